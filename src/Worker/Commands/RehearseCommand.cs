using System.CommandLine;
using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>rehearse</c>: what would be gained and lost if the rules of <c>--config</c> replaced those of <c>--against</c>.</summary>
internal static class RehearseCommand
{
    private const int MostExamples = 1000;

    public static Command Create(SharedOptions options)
    {
        var file = TextInput.Argument("document，每行一个，可带 label；省略或 - 表示标准输入");
        var against = new Option<DirectoryInfo>("--against") { Description = "现行的配置文件夹，--config 为打算换上的", HelpName = "OLD", Required = true };
        var json = new Option<bool>("--json") { Description = "结果输出为一个 JSON 对象" };
        var examples = new Option<int>("--examples") { Description = "每类变化最多列出几篇（默认 10）", HelpName = "N", DefaultValueFactory = _ => 10 };
        examples.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 0 or > MostExamples))
            {
                result.AddError($"--examples must be a whole number from 0 to {MostExamples}.");
            }
        });
        var command = new Command("rehearse", "预演：换一套词库或分级规则，会多报、漏报、升级、降级哪些文档") { file, against, json, examples };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folders = options.Read(parsed);
            var old = folders with { Config = parsed.GetRequiredValue(against).FullName };
            return RehearseAsync(folders, old, parsed.GetValue(file), parsed.GetValue(examples), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RehearseAsync(Folders folders, Folders old, FileInfo? file, int examples, bool json, CancellationToken cancellationToken)
    {
        var renewed = RuleEngineFactory.Create(Configured.Require(folders));
        var present = RuleEngineFactory.Create(Configured.Require(old));
        var tally = new RehearsalTally(examples);
        var faults = 0L;
        await using var lines = new LineReader(TextInput.Open(file));
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            var document = DocumentLine.Read(line, out var fault);
            var label = document is null ? null : LabelLine.Read(line, out fault);
            if (document is not null && fault is null)
            {
                tally.Add(document, present.Analyze(document), renewed.Analyze(document), label?.Level);
            }

            if (fault is not null)
            {
                faults++;
                await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}:{lines.Line}: error: {fault}");
            }
        }

        var rehearsal = tally.Result(present.Version, renewed.Version);
        if (rehearsal.Total.Documents == 0)
        {
            await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}: there is no document in it.");
            return ExitCode.Failed;
        }

        if (json)
        {
            await Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(rehearsal, ContractJson.Options));
        }
        else
        {
            RehearsalTable.WriteTo(Terminal.Out, rehearsal);
        }

        return faults == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
