using System.Globalization;
using OpinionWatch.Rules.Evaluation;
using Spectre.Console;

namespace OpinionWatch.Worker.Commands;

/// <summary>Shows a rehearsal to a person: the sum in one line, levels, sources, and examples with what changed them.</summary>
internal static class RehearsalTable
{
    private const int MostSites = 20;
    private const int Width = 160;

    public static void WriteTo(TextWriter writer, Rehearsal rehearsal)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        terminal.Profile.Width = Math.Max(Width, terminal.Profile.Width);
        var total = rehearsal.Total;
        Say(terminal, $"共 {total.Documents} 篇，级别有变化 {total.Changed} 篇：新增 {total.Gained}，不再报 {total.Lost}，升级 {total.Raised}，降级 {total.Lowered}");
        Say(terminal, $"是否有关：新判有关 {rehearsal.RelevantGained} 篇，改判无关 {rehearsal.RelevantLost} 篇");
        if (rehearsal.Labelled > 0)
        {
            Say(terminal, $"人工标注级别的 {rehearsal.Labelled} 篇中，现行规则判对 {rehearsal.RightBefore} 篇，新规则判对 {rehearsal.RightAfter} 篇");
        }

        Say(terminal, $"现行规则 {rehearsal.Against}，新规则 {rehearsal.Version}{(rehearsal.Against == rehearsal.Version ? "（两套规则相同）" : "")}");
        terminal.Write(LevelTable.Of("现行\\新", rehearsal.Levels, LevelTable.Levels));
        WriteSites(terminal, rehearsal.Sites);
        foreach (var example in rehearsal.Examples)
        {
            WriteExample(terminal, example);
        }
    }

    private static void WriteSites(IAnsiConsole terminal, IReadOnlyList<RehearsalSite> sites)
    {
        var table = new Table().AddColumns("信源", "篇数", "新增", "不再报", "升级", "降级");
        foreach (var (site, counts) in sites.Take(MostSites))
        {
            var name = site switch { "" => "（未注明）", "*" => "（其他）", _ => site };
            table.AddRow([Markup.Escape(Printable.Of(name)), Text(counts.Documents), Text(counts.Gained), Text(counts.Lost), Text(counts.Raised), Text(counts.Lowered)]);
        }

        terminal.Write(table);
        if (sites.Count > MostSites)
        {
            Say(terminal, $"另有 {sites.Count - MostSites} 个信源未列出，见 --json");
        }
    }

    private static void WriteExample(IAnsiConsole terminal, RehearsalExample example)
    {
        var label = example.Label is { } told ? $"，人工标注 {LevelTable.NameOf(told)}" : "";
        Say(terminal, $"{NameOf(example.Kind)}：{Printable.Of(example.Id)} {Printable.Of(example.Title)}：{LevelTable.NameOf(example.From)} → {LevelTable.NameOf(example.To)}{label}");
        foreach (var factor in example.Factors)
        {
            Say(terminal, $"    {factor.Name} {Points(factor.From)} → {Points(factor.To)}：{Printable.Of(factor.Because)}");
        }
    }

    private static void Say(IAnsiConsole terminal, FormattableString line) => terminal.Profile.Out.Writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Points(int? points) => points is { } some ? Text(some) : "无";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(RehearsalKind kind) => kind switch
    {
        RehearsalKind.Gained => "新增",
        RehearsalKind.Lost => "不再报",
        RehearsalKind.Raised => "升级",
        _ => "降级",
    };
}
