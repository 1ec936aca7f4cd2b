using System.CommandLine;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>--config</c> and <c>--data</c>, taken by every command.</summary>
internal sealed class SharedOptions
{
    public Option<DirectoryInfo?> Config { get; } = new("--config")
    {
        Description = "配置文件夹（默认 ./config，其次为程序旁的 config）",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "数据文件夹（优先于 opinionwatch.yaml 中的 data）",
        HelpName = "DIR",
        Recursive = true,
    };

    public Folders Read(ParseResult parsed) => new(
        parsed.GetValue(Config)?.FullName ?? DefaultConfig(),
        parsed.GetValue(Data)?.FullName);

    private static string DefaultConfig()
    {
        var here = Path.GetFullPath("config");
        return Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "config");
    }
}
