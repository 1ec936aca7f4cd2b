using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Health;

/// <summary>The hours of the last day, source by source, and which of them are still to be saved. Guarded by <see cref="SourceWatch"/>.</summary>
internal sealed class CoverageBook
{
    private const int HoursKept = 24;

    private readonly Dictionary<(string Source, DateTimeOffset Hour), SourceHour> _hours = [];
    private readonly HashSet<(string Source, DateTimeOffset Hour)> _unsaved = [];

    public static DateTimeOffset HourOf(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    public void Load(IEnumerable<SourceHour> hours)
    {
        foreach (var hour in hours)
        {
            _hours[(hour.Source, hour.Hour)] = hour;
        }
    }

    public void Note(string source, DateTimeOffset now, string? fault, int newItems)
    {
        var key = (source, HourOf(now));
        var hour = _hours.GetValueOrDefault(key) ?? new SourceHour { Source = source, Hour = key.Item2 };
        _hours[key] = fault is null
            ? hour with { Seen = hour.Seen + 1, New = hour.New + newItems }
            : hour with { Failed = hour.Failed + 1, Why = fault };
        _unsaved.Add(key);
    }

    /// <summary>Takes out what is to be saved; <see cref="PutBack"/> it when that failed.</summary>
    public IReadOnlyList<SourceHour> TakeUnsaved(DateTimeOffset now)
    {
        List<SourceHour> taken = [.. _unsaved.Select(key => _hours[key])];
        _unsaved.Clear();
        var oldest = HourOf(now).AddHours(-HoursKept);
        foreach (var old in _hours.Keys.Where(key => key.Hour < oldest).ToList())
        {
            _hours.Remove(old);
        }

        return taken;
    }

    public void PutBack(IReadOnlyList<SourceHour> hours)
    {
        foreach (var hour in hours)
        {
            _hours.TryAdd((hour.Source, hour.Hour), hour);
            _unsaved.Add((hour.Source, hour.Hour));
        }
    }

    public Coverage Of(string source, DateTimeOffset now)
    {
        var current = HourOf(now);
        var known = Enumerable.Range(0, HoursKept).Select(back => _hours.GetValueOrDefault((source, current.AddHours(-back)))).ToList();
        var first = known.FindLastIndex(hour => hour is not null);
        var seen = known.OfType<SourceHour>().Where(hour => hour.Seen > 0).Sum(hour => hour.Seen / (double)(hour.Seen + hour.Failed));
        return new Coverage(Math.Round(seen, 2), first + 1);
    }
}
