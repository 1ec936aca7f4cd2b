using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Health;

/// <summary>Says how a source is seen, from what is remembered of it.</summary>
internal static class HealthView
{
    /// <param name="source">The source.</param>
    /// <param name="record">What is remembered of it; called under its lock.</param>
    /// <param name="overdue">That it was not visited for too long; null when it was.</param>
    /// <param name="heldWhy">Why the whole crawler is held; null when it is not.</param>
    /// <param name="impossible">Why it cannot be visited as often as it asks for; null when it can.</param>
    /// <param name="coverage">The hours it was seen.</param>
    /// <param name="now">This instant.</param>
    public static SourceHealth Of(Source source, SourceRecord record, Overdue? overdue, string? heldWhy, string? impossible, Coverage coverage, DateTimeOffset now)
    {
        var paused = !source.Enabled || heldWhy is not null;
        var since = record.SincePaused(paused, now);
        return new SourceHealth
        {
            Id = source.Id,
            Name = source.Name,
            Kind = source.Kind == SourceKind.Auto ? record.Kind ?? SourceKind.Auto : source.Kind,
            State = paused ? SourceState.Paused : record.IsBlind || overdue is not null ? SourceState.Blind : SourceState.Seeing,
            Since = record.IsBlind ? since : overdue?.Since ?? since,
            Why = !source.Enabled ? "已在配置中停用；需要时把 enabled 改回 true" : heldWhy ?? record.Why ?? overdue?.Why ?? impossible,
            Trouble = record.Trouble,
            LastVisitAt = record.LastVisitAt,
            LastNewAt = record.LastNewAt,
            Detection = record.Detection(),
            Coverage = coverage,
        };
    }
}
