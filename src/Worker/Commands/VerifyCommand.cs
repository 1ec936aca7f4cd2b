using System.CommandLine;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>verify</c>: checks audit chain and evidence offline.</summary>
internal static class VerifyCommand
{
    public static Command Create(SharedOptions options)
    {
        var command = new Command("verify", "离线核验审计链和证据存档：有改动、缺失、插入或乱序时退出码为 1，并指出第一处");
        command.SetAction((parsed, cancellationToken) => VerifyAsync(options.Read(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(Folders folders, CancellationToken cancellationToken)
    {
        var data = folders.Data ?? Configured.Require(folders).DataFolder;
        var result = JournalVerifier.Verify(data, cancellationToken);
        await Terminal.Out.WriteLineAsync(result.IsWhole
            ? $"完好：审计链 {result.Records} 条记录，证据 {result.Evidence} 段{(result.TornBytes > 0 ? $"；末尾有 {result.TornBytes} 字节未写完，下次启动时自动截去" : "")}。"
            : $"不完好：{result.Fault}");
        return result.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }
}
