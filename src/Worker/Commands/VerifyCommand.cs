using System.CommandLine;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>verify</c>: checks audit chain and evidence offline.</summary>
internal static class VerifyCommand
{
    private const long MostAnchorBytes = 64 * 1024 * 1024;

    public static Command Create(SharedOptions options)
    {
        var anchors = new Option<string[]>("--anchor") { Description = "每日汇总邮件中的审计链锚点（序号:哈希，可多次给出）：锚点之后被截断或重写时核验失败", HelpName = "SEQ:HASH" };
        var files = new Option<FileInfo[]>("--anchors") { Description = "含有锚点的文本文件，如另存的 anchors.txt 或汇总邮件正文（可多次给出）", HelpName = "FILE" };
        var command = new Command("verify", "离线核验审计链和证据存档：有改动、缺失、插入或乱序时退出码为 1，并指出第一处") { anchors, files };
        command.SetAction((parsed, cancellationToken) => VerifyAsync(options.Read(parsed), parsed.GetValue(anchors) ?? [], parsed.GetValue(files) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(Folders folders, string[] given, FileInfo[] files, CancellationToken cancellationToken)
    {
        var data = folders.Data ?? Configured.Require(folders).DataFolder;
        var anchors = given.Select(AuditAnchor.Parse).ToList();
        if (anchors.IndexOf(null) is var wrong and >= 0)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: '{given[wrong]}' is no anchor; it is written SEQ:HASH, the number of a record and 64 hexadecimal digits.");
            return ExitCode.WrongUse;
        }

        foreach (var file in files)
        {
            if (!file.Exists || file.Length > MostAnchorBytes)
            {
                await Terminal.Error.WriteLineAsync($"opinionwatch: {file.FullName} {(file.Exists ? "is too large for a file of anchors" : "does not exist")}.");
                return ExitCode.WrongUse;
            }

            var found = AuditAnchor.FindAll(await File.ReadAllLinesAsync(file.FullName, cancellationToken));
            if (found.Count == 0)
            {
                await Terminal.Error.WriteLineAsync($"opinionwatch: there is no anchor in {file.FullName}.");
                return ExitCode.WrongUse;
            }

            anchors.AddRange(found);
        }

        // The folder's own file vouches for little, but costs nothing.
        var own = new FileInfo(AnchorBook.PathOf(data));
        if (own.Exists && own.Length <= MostAnchorBytes)
        {
            anchors.AddRange(AuditAnchor.FindAll(await File.ReadAllLinesAsync(own.FullName, cancellationToken)));
        }

        var known = anchors.OfType<AuditAnchor>().Distinct().ToList();
        var result = JournalVerifier.Verify(data, known, cancellationToken);
        await Terminal.Out.WriteLineAsync(result.IsWhole
            ? $"完好：审计链 {result.Records} 条记录，证据 {result.Evidence} 段{(known.Count > 0 ? $"，{known.Count} 个锚点相符" : "")}{(result.TornBytes > 0 ? $"；末尾有 {result.TornBytes} 字节未写完，下次启动时自动截去" : "")}。"
            : $"不完好：{result.Fault}");
        return result.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }
}
