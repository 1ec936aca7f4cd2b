using System.Globalization;
using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;
using Spectre.Console;

namespace OpinionWatch.Worker.Commands;

/// <summary>Shows an evaluation to a person: what the rules said in columns, what people said in rows.</summary>
internal static class EvaluationTable
{
    public static void WriteTo(TextWriter writer, RuleEvaluation evaluation)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{evaluation.Documents} 篇：准确率 {evaluation.Precision:P1}，召回率 {evaluation.Recall:P1}，F1 {evaluation.F1:0.000}，级别一致 {evaluation.LevelAccuracy:P1}，误报 {evaluation.FalseAlarms} 篇"));
        var levels = Enum.GetValues<Level>();
        var table = new Table().AddColumn("人工\\规则");
        foreach (var level in levels)
        {
            table.AddColumn(NameOf(level));
        }

        foreach (var (told, row) in evaluation.Confusion.OrderBy(pair => pair.Key))
        {
            table.AddRow([NameOf(told), .. levels.Select(level => row.GetValueOrDefault(level).ToString(CultureInfo.InvariantCulture))]);
        }

        terminal.Write(table);
    }

    private static string NameOf(Level level) => new EscalationPolicy().NameOf(level);
}
