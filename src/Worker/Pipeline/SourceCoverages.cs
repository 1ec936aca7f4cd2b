using OpinionWatch.Alerts.Digest;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Says of each source which hours of a period were seen and which were not. Pure.</summary>
internal static class SourceCoverages
{
    /// <summary>An hour with no row at all is not covered: the service was not running, or the source was not configured yet.</summary>
    public static IReadOnlyList<SourceCoverage> Of(IReadOnlyList<Source> sources, IReadOnlyList<SourceHour> hours, DateTimeOffset from, DateTimeOffset to)
    {
        var bySource = hours.GroupBy(h => h.Source).ToDictionary(group => group.Key, group => group.ToDictionary(h => h.Hour));
        return [.. sources.Select(source => Of(source, bySource.GetValueOrDefault(source.Id) ?? [], from, to))];
    }

    private static SourceCoverage Of(Source source, Dictionary<DateTimeOffset, SourceHour> known, DateTimeOffset from, DateTimeOffset to)
    {
        var covered = 0;
        var all = 0;
        var gaps = new List<CoverageGap>();
        for (var hour = HourOf(from); hour < to; hour += TimeSpan.FromHours(1))
        {
            all++;
            var row = known.GetValueOrDefault(hour);
            if (row is { Seen: > 0 })
            {
                covered++;
            }
            else if (gaps.Count > 0 && gaps[^1].To == hour && gaps[^1].Why == row?.Why)
            {
                gaps[^1] = gaps[^1] with { To = hour + TimeSpan.FromHours(1) };
            }
            else
            {
                gaps.Add(new CoverageGap(hour, hour + TimeSpan.FromHours(1), row?.Why));
            }
        }

        var last = known.Values.MaxBy(h => h.Hour);
        return new SourceCoverage
        {
            Source = source.Id,
            Name = source.Name,
            HoursCovered = covered,
            HoursOf = source.Enabled ? all : 0,
            Gaps = source.Enabled ? gaps : [],
            State = !source.Enabled ? CoverageState.Paused : last is { Seen: > 0 } ? CoverageState.Seeing : CoverageState.Blind,
        };
    }

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
