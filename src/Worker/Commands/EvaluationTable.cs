using System.Globalization;
using OpinionWatch.Rules.Evaluation;
using Spectre.Console;

namespace OpinionWatch.Worker.Commands;

/// <summary>Shows an evaluation to a person: relevance, level and stance, each with its scores and with what people said in rows and the rules in columns.</summary>
internal static class EvaluationTable
{
    public static void WriteTo(TextWriter writer, RuleEvaluation evaluation)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{evaluation.Documents} 篇：准确率 {100 * evaluation.Precision:0.0}%，召回率 {100 * evaluation.Recall:0.0}%，F1 {evaluation.F1:0.000}，级别一致 {100 * evaluation.LevelAccuracy:0.0}%，倾向一致 {100 * evaluation.StanceAccuracy:0.0}%，误报 {evaluation.FalseAlarms} 篇"));
        terminal.Write(LevelTable.Scores("是否有关", [("有关", evaluation.Relevance)]));
        if (evaluation.Confusion.Count > 0)
        {
            terminal.Write(LevelTable.Scores("级别", LevelTable.Levels.Where(one => evaluation.Levels.ContainsKey(one.Value)).Select(one => (one.Name, evaluation.Levels[one.Value]))));
            terminal.Write(LevelTable.Of("人工\\规则", evaluation.Confusion, LevelTable.Levels));
        }

        if (evaluation.StanceConfusion.Count > 0)
        {
            terminal.Write(LevelTable.Scores("倾向", LevelTable.Stances.Where(one => evaluation.Stances.ContainsKey(one.Value)).Select(one => (one.Name, evaluation.Stances[one.Value]))));
            terminal.Write(LevelTable.Of("人工\\规则", evaluation.StanceConfusion, LevelTable.Stances));
        }
    }
}
