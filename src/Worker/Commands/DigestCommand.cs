using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Digest;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Pipeline;
using Serilog;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>digest</c>: the digest of a period as files.</summary>
internal static class DigestCommand
{
    public static Command Create(SharedOptions options)
    {
        var from = new Option<string>("--from") { Description = "起始时刻，如 2026-11-23T08:00 或 2026-11-23", HelpName = "T", Required = true };
        var to = new Option<string>("--to") { Description = "截止时刻（不含）", HelpName = "T", Required = true };
        var folder = new Option<DirectoryInfo>("--out") { Description = "输出文件夹", HelpName = "DIR", Required = true };
        var command = new Command("digest", "生成一段时间的舆情摘要（HTML、DOCX）") { from, to, folder };
        command.SetAction((parsed, cancellationToken) => WriteAsync(options.Read(parsed), parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(folder)!, cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(Folders folders, string from, string to, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var configuration = Configured.Require(folders);
        if (!TryInstant(from, configuration.TimeZone, out var first) || !TryInstant(to, configuration.TimeZone, out var end) || first >= end)
        {
            await Terminal.Error.WriteLineAsync("opinionwatch: --from and --to take a day or an instant, such as 2026-11-23 or 2026-11-23T08:00+08:00, and --from comes before --to.");
            return ExitCode.WrongUse;
        }

        var serilog = new LoggerConfiguration();
        Logs.ConfigureForCommand(serilog);
        using var logs = LoggerFactory.Create(builder => builder.AddSerilog(serilog.CreateLogger(), dispose: true));
        await using var data = await DataSnapshot.OpenAsync(configuration.DataFolder, logs, cancellationToken);
        var digest = await new DigestWriter(data.Store, data.Store, data.Store).BuildAsync(first, end, configuration, TimeProvider.System.GetUtcNow(), cancellationToken);
        folder.Create();
        var name = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"digest-{TimeZoneInfo.ConvertTime(first, configuration.TimeZone):yyyyMMddHHmm}-{TimeZoneInfo.ConvertTime(end, configuration.TimeZone):yyyyMMddHHmm}"));
        await File.WriteAllTextAsync(name + ".html", DigestRenderer.Render(digest).Html, cancellationToken);
        await File.WriteAllBytesAsync(name + ".docx", DigestDocx.Write(digest), cancellationToken);
        await Terminal.Out.WriteLineAsync($"{name}.html");
        await Terminal.Out.WriteLineAsync($"{name}.docx");
        return ExitCode.Done;
    }

    /// <summary>Reads an instant; without an offset it is meant in the configured zone.</summary>
    private static bool TryInstant(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            return false;
        }

        return local.Kind == DateTimeKind.Unspecified
            ? TryLocal(local, zone, out instant)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    private static bool TryLocal(DateTime local, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return true;
    }
}
