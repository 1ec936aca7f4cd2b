namespace OpinionWatch.Crawling.Health;

/// <summary>What is remembered of one source. Guarded by <see cref="SourceWatch"/>.</summary>
internal sealed class SourceRecord(DateTimeOffset since)
{
    private const int BlindFrom = 3;
    private const int MostTimes = 200;

    private readonly Dictionary<string, (int Failures, string Why)> _failing = [];
    private readonly Queue<double> _seconds = new();
    private bool? _shownPaused;

    public DateTimeOffset Since { get; private set; } = since;

    public bool IsBlind { get; private set; }

    public string? Why { get; private set; }

    public Model.SourceKind? Kind { get; set; }

    public DateTimeOffset? LastVisitAt { get; set; }

    public DateTimeOffset? LastNewAt { get; set; }

    /// <summary>Notes a visit of a list; says whether the source has just become blind (true) or is seen again (false), null when neither.</summary>
    public bool? Note(string list, string? fault, int before, DateTimeOffset now)
    {
        if (fault is null)
        {
            _failing.Remove(list);
            LastVisitAt = now;
        }
        else
        {
            _failing[list] = (Math.Max(_failing.GetValueOrDefault(list).Failures, before) + 1, fault);
        }

        var blind = _failing.Values.Where(failing => failing.Failures >= BlindFrom).ToList();
        Why = blind.Count > 0 ? blind[^1].Why : null;
        if (blind.Count > 0 == IsBlind)
        {
            return null;
        }

        IsBlind = !IsBlind;
        Since = now;
        return IsBlind;
    }

    /// <summary>Forgets lists that are no longer visited.</summary>
    public void Keep(IReadOnlySet<string> lists)
    {
        foreach (var gone in _failing.Keys.Where(list => !lists.Contains(list)).ToList())
        {
            _failing.Remove(gone);
        }
    }

    /// <summary>Gives the instant the source was paused or let go; it moves when that changes.</summary>
    public DateTimeOffset SincePaused(bool paused, DateTimeOffset now)
    {
        if (_shownPaused != paused)
        {
            Since = _shownPaused is null ? Since : now;
            _shownPaused = paused;
        }

        return Since;
    }

    public void AddDetection(double seconds)
    {
        _seconds.Enqueue(seconds);
        if (_seconds.Count > MostTimes)
        {
            _seconds.Dequeue();
        }
    }

    public Detection Detection()
    {
        if (_seconds.Count == 0)
        {
            return new Detection(null, null);
        }

        var ordered = _seconds.Order().ToList();
        return new Detection(At(ordered, 0.5), At(ordered, 0.95));
    }

    private static double At(List<double> ordered, double share) => Math.Round(ordered[(int)Math.Ceiling(share * ordered.Count) - 1], 3);
}
