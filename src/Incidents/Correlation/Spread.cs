using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Says whether a matter spreads so far and fast that it is graver than its words.</summary>
internal static class Spread
{
    /// <summary>Finds the highest rule that holds once <paramref name="added"/> has joined; null when none does.</summary>
    /// <remarks>A level a person set is not raised by spread: that person knew of it. A text without a level, which joined though it does not say where, neither spreads the matter nor stands for its source.</remarks>
    internal static (SpreadRule Rule, int Sources)? Find(Incident incident, IncidentDocument added, EscalationPolicy policy, DateTimeOffset now)
    {
        if (incident.LevelHistory is [.., { By: not IncidentChange.System }] || incident.Documents.Exists(known => known.Level > Level.None && known.Site == added.Site))
        {
            return null;
        }

        (SpreadRule, int)? found = null;
        foreach (var rule in policy.Spread.Where(rule => rule.From == incident.Level).OrderBy(rule => rule.To))
        {
            var sources = incident.Documents.Where(known => known.Level > Level.None && known.FirstSeenAt >= now - rule.Within).Append(added).Select(known => known.Site).Distinct().Count();
            found = sources >= rule.Sources ? (rule, sources) : found;
        }

        return found;
    }
}
