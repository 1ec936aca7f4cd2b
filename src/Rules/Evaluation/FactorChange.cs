using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>A factor that two sets of rules weigh differently.</summary>
/// <param name="Name">The factor's name.</param>
/// <param name="From">Points under the old rules; null when these do not see it.</param>
/// <param name="To">Points under the new rules; null when these do not see it.</param>
/// <param name="Because">The words it rests on, under the new rules where they see it.</param>
public sealed record FactorChange(string Name, int? From, int? To, string Because)
{
    /// <summary>Lists the factors that came, went or weigh something else, in the order of the new analysis and then of the old.</summary>
    public static IReadOnlyList<FactorChange> Between(Analysis old, Analysis renewed)
    {
        List<FactorChange> changes = [];
        foreach (var factor in renewed.Factors)
        {
            var before = old.Factors.FirstOrDefault(other => other.Name == factor.Name);
            if (before?.Points != factor.Points)
            {
                changes.Add(new FactorChange(factor.Name, before?.Points, factor.Points, factor.Because));
            }
        }

        changes.AddRange(old.Factors.Where(factor => !renewed.Factors.Any(other => other.Name == factor.Name)).Select(factor => new FactorChange(factor.Name, factor.Points, null, factor.Because)));
        return changes;
    }
}
