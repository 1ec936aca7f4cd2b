using System.Globalization;
using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;
using Spectre.Console;

namespace OpinionWatch.Worker.Commands;

/// <summary>Tables of answers against answers, with their Chinese names.</summary>
internal static class LevelTable
{
    /// <summary>All levels with the names people see.</summary>
    public static IReadOnlyList<(Level Value, string Name)> Levels { get; } = [.. Enum.GetValues<Level>().Select(level => (level, NameOf(level)))];

    /// <summary>All stances with the names people see.</summary>
    public static IReadOnlyList<(Stance Value, string Name)> Stances { get; } =
        [(Stance.Complaint, "投诉"), (Stance.Exposure, "曝光"), (Stance.Inquiry, "咨询"), (Stance.Neutral, "中性"), (Stance.Publicity, "宣传")];

    /// <summary>Name of a level.</summary>
    public static string NameOf(Level level) => new EscalationPolicy().NameOf(level);

    /// <summary>A table of counts: one kind of answer in rows, the other in columns.</summary>
    public static Table Of<T>(string corner, IReadOnlyDictionary<T, IReadOnlyDictionary<T, int>> counts, IReadOnlyList<(T Value, string Name)> names)
        where T : struct, Enum
    {
        var table = new Table().AddColumn(corner).AddColumns([.. names.Select(static one => one.Name)]);
        foreach (var (value, name) in names)
        {
            if (counts.TryGetValue(value, out var row))
            {
                table.AddRow([name, .. names.Select(one => row.GetValueOrDefault(one.Value).ToString(CultureInfo.InvariantCulture))]);
            }
        }

        return table;
    }

    /// <summary>A table of scores, one answer a row.</summary>
    public static Table Scores(string corner, IEnumerable<(string Name, ClassScore Score)> scores)
    {
        var table = new Table().AddColumns(corner, "人工", "规则", "一致", "准确率", "召回率", "F1");
        foreach (var (name, score) in scores)
        {
            table.AddRow([name, Text(score.Labelled), Text(score.Given), Text(score.Right), Percent(score.Precision), Percent(score.Recall), score.F1.ToString("0.000", CultureInfo.InvariantCulture)]);
        }

        return table;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
