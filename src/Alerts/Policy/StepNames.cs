using System.Globalization;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>Gives every step of a level a name that outlives edits of the policy file.</summary>
/// <remarks>
/// The configured key (<c>critical/1</c>) counts places in the file, so a step put in between would rename all that follow. The name here says when the step is due,
/// which is what makes it that step: <c>critical/after-600</c>, <c>critical/before-report-900</c>, <c>critical/missed-report</c> (seconds); a second step of the same occasion
/// ends in <c>#2</c>. Whom it tells and by what may be edited freely: a step taken stays taken.
/// </remarks>
public static class StepNames
{
    /// <summary>Lists the steps of a level with their names, in the order of the file; empty for a level without steps.</summary>
    public static IReadOnlyList<(string Name, EscalationStep Step)> Of(EscalationPolicy policy, Level level)
    {
        if (!policy.Steps.TryGetValue(level, out var steps))
        {
            return [];
        }

        var named = new List<(string, EscalationStep)>(steps.Count);
        var seen = new Dictionary<string, int>();
        foreach (var step in steps)
        {
            var name = $"{Word(level)}/{Occasion(step)}";
            var count = seen[name] = seen.GetValueOrDefault(name) + 1;
            named.Add((count == 1 ? name : $"{name}#{count}", step));
        }

        return named;
    }

    /// <summary>Gives the word that step names of a level begin with.</summary>
    public static string Word(Level level) => level switch
    {
        Level.Critical => "critical",
        Level.Major => "major",
        Level.General => "general",
        Level.Watch => "watch",
        _ => "none",
    };

    private static string Occasion(EscalationStep step) => step switch
    {
        { Missed: { } clock } => $"missed-{clock}",
        { Before: { } before } => $"before-{step.Of}-{Seconds(before)}",
        _ => $"after-{Seconds(step.After ?? TimeSpan.Zero)}",
    };

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
