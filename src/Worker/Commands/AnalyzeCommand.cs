using System.CommandLine;
using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>analyze</c>: documents in, analyses out, line by line in the same order.</summary>
internal static class AnalyzeCommand
{
    public static Command Create(SharedOptions options)
    {
        var file = TextInput.Argument("JSON Lines（document）；省略或 - 表示标准输入");
        var stats = new Option<bool>("--stats") { Description = "结束时在标准错误输出文档数、字符数、用时" };
        var command = new Command("analyze", "分析文档：每行一个 document，输出每行一个 analysis") { file, stats };
        command.SetAction((parsed, cancellationToken) => AnalyzeAsync(options.Read(parsed), parsed.GetValue(file), parsed.GetValue(stats), cancellationToken));
        return command;
    }

    private static async Task<int> AnalyzeAsync(Folders folders, FileInfo? file, bool withStats, CancellationToken cancellationToken)
    {
        var engine = RuleEngineFactory.Create(Configured.Require(folders));
        var stats = new Stats();
        var faults = 0L;
        await using var lines = new LineReader(TextInput.Open(file));
        await using var output = new LineWriter(Terminal.OpenStandardOutput());
        while (await output.ReadNextAsync(lines, cancellationToken) is { } line)
        {
            var document = DocumentLine.Read(line, out var fault);
            if (document is null)
            {
                if (fault is not null)
                {
                    faults++;
                    await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}:{lines.Line}: error: {fault}");
                }

                continue;
            }

            var start = Stats.Now;
            var analysis = engine.Analyze(document);
            stats.Add((document.Title?.Length ?? 0) + document.Text.Length, start);
            JsonSerializer.Serialize(output.Json, analysis, ContractJson.Options);
            await output.EndLineAsync(cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        if (withStats)
        {
            await Terminal.Error.WriteLineAsync(stats.ToString());
        }

        return faults == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
