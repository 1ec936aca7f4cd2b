using System.CommandLine;
using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>evaluate</c>: labelled documents in, how well the rules do out.</summary>
internal static class EvaluateCommand
{
    public static Command Create(SharedOptions options)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "带 label 的 document，每行一个；- 表示标准输入", Arity = ArgumentArity.ExactlyOne };
        var only = new Option<string?>("--only") { Description = "只评测 id 或 site 符合此正则表达式的文档，如 '^c1-'", HelpName = "REGEX" };
        only.Validators.Add(static result =>
        {
            if (!DocumentFilter.TryCreate(result.GetValueOrDefault<string?>(), out _, out var fault))
            {
                result.AddError($"--only: {fault}");
            }
        });
        var command = new Command("evaluate", "用人工标注的文档评测规则：是否有关、级别、倾向的准确率、召回率、F1 和混淆表") { file, only };
        command.SetAction((parsed, cancellationToken) => EvaluateAsync(options.Read(parsed), parsed.GetValue(file), parsed.GetValue(only), cancellationToken));
        return command;
    }

    private static async Task<int> EvaluateAsync(Folders folders, FileInfo? file, string? only, CancellationToken cancellationToken)
    {
        _ = DocumentFilter.TryCreate(only, out var filter, out _);
        var engine = RuleEngineFactory.Create(Configured.Require(folders));
        var judged = new List<EvaluationPair>();
        var faults = 0;
        await using var lines = new LineReader(TextInput.Open(file));
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            var document = DocumentLine.Read(line, out var fault);
            if (document is not null && !filter.Takes(document))
            {
                continue;
            }

            var label = document is null ? null : LabelLine.Read(line, out fault);
            fault ??= document is not null && label is null ? LabelLine.Missing : null;
            if (label is not null)
            {
                judged.Add(new EvaluationPair(label.Relevant, label.Level, engine.Analyze(document!), label.Stance));
            }
            else if (fault is not null)
            {
                faults++;
                await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}:{lines.Line}: error: {fault}");
            }
        }

        if (judged.Count == 0)
        {
            await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}: there is no labelled document in it{(only is null ? "" : $" that --only {only} takes")}.");
            return ExitCode.Failed;
        }

        var evaluation = RuleEvaluation.Of(judged);
        await Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(evaluation, ContractJson.Options));
        EvaluationTable.WriteTo(Terminal.Error, evaluation);
        return faults == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
