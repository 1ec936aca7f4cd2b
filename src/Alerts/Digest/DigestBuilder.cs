using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Gathers what a digest says. Pure: the same input gives the same digest.</summary>
public static class DigestBuilder
{
    private const int MostListed = 200;

    /// <summary>Builds the digest of a period.</summary>
    public static DigestModel Build(DigestInput input, EscalationPolicy policy, AlertsOptions options, DateTimeOffset now)
    {
        var zone = new ZoneTime(options.TimeZone);
        var lines = new DigestLines(input, policy, options, now);
        var opened = input.Incidents.Where(i => i.OpenedAt >= input.From && i.OpenedAt < input.To && i.MergedInto is null).ToList();
        var earlier = input.Incidents.Where(i => i.OpenedAt < input.From && i.MergedInto is null).ToList();
        return new DigestModel
        {
            Organisation = PlainText.OneLine(options.Organisation, 60),
            Kind = KindOf(input.To - input.From),
            Period = $"{zone.Full(input.From)} 至 {zone.Full(input.To)}",
            MadeAt = zone.Full(now),
            Levels = [.. LevelsShown(opened).Select(level => new DigestCount(PlainText.OneLine(policy.NameOf(level), 12), opened.Count(i => i.Level == level), level))],
            Topics = TopicsOf(opened),
            Documents = DocumentsOf(input.Documents),
            Opened = Listed(opened, lines),
            Ongoing = Listed(earlier.Where(i => i.IsLive), lines),
            Ended = Listed(earlier.Where(i => !i.IsLive && i.EndedAt >= input.From && i.EndedAt < input.To), lines),
            HoursCovered = input.Coverage.Sum(c => c.HoursCovered),
            HoursOf = input.Coverage.Sum(c => c.HoursOf),
            Gaps = [.. input.Coverage.Where(c => !IsWhole(c)).OrderBy(c => c.HoursCovered - c.HoursOf).Take(MostListed).Select(lines.Source)],
            SourcesWhole = input.Coverage.Count(IsWhole),
            Failures = FailuresOf(input, lines),
        };
    }

    private static bool IsWhole(SourceCoverage coverage) =>
        coverage.State == CoverageState.Seeing && coverage.HoursCovered >= coverage.HoursOf && coverage.Gaps.Count == 0;

    private static string KindOf(TimeSpan period) => period.TotalHours switch
    {
        <= 25 => "舆情日报",
        >= 24 * 6.5 and <= 24 * 7.5 => "舆情周报",
        >= 24 * 27.5 and <= 24 * 31.5 => "舆情月报",
        _ => "舆情报告",
    };

    private static IEnumerable<Level> LevelsShown(List<Incident> opened) =>
        Enum.GetValues<Level>().OrderDescending().Where(level => level > Level.None || opened.Exists(i => i.Level == level));

    private static List<DigestCount> TopicsOf(List<Incident> opened) =>
        [.. opened
            .SelectMany(i => i.Topics.Select(t => PlainText.OneLine(t, 30)).Where(t => t.Length > 0).DefaultIfEmpty("未归类").Distinct())
            .GroupBy(t => t)
            .Select(g => new DigestCount(g.Key, g.Count()))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(20)];

    private static List<DigestCount> DocumentsOf(IReadOnlyList<KeptDocument> documents) =>
    [
        new DigestCount("命中", documents.Count),
        new DigestCount("新事件", documents.Count(d => d.Outcome == DocumentOutcome.Opened)),
        new DigestCount("并入已有事件", documents.Count(d => d.Outcome is DocumentOutcome.Joined or DocumentOutcome.Raised or DocumentOutcome.Known)),
        new DigestCount("辖区以外", documents.Count(d => d.Outcome == DocumentOutcome.OutOfArea)),
        .. documents.Count(d => d.Outcome == DocumentOutcome.Failed) is > 0 and var failed ? [new DigestCount("未能研判", failed)] : Array.Empty<DigestCount>(),
    ];

    private static List<DigestIncident> Listed(IEnumerable<Incident> incidents, DigestLines lines) =>
        [.. incidents.OrderByDescending(i => i.Level).ThenBy(i => i.OpenedAt).ThenBy(i => i.Id, StringComparer.Ordinal).Take(MostListed).Select(lines.Incident)];

    private static List<DigestFailure> FailuresOf(DigestInput input, DigestLines lines) =>
        [.. input.Troubled
            .Where(d => (d.State is DeliveryState.Dead or DeliveryState.Failed) && !d.IsWithdrawn)
            .GroupBy(d => (d.Alert.Contact, d.Alert.Channel, Dead: d.State == DeliveryState.Dead, d.Reason))
            .OrderByDescending(g => g.Key.Dead).ThenByDescending(g => g.Count())
            .Take(MostListed)
            .Select(g => lines.Failure(g.Key.Contact, g.Key.Channel, g.Key.Dead, g.Key.Reason, [.. g]))];
}
