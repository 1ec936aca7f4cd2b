namespace OpinionWatch.Crawling.Health;

/// <summary>What is remembered of one source. Guarded by <see cref="SourceWatch"/>.</summary>
internal sealed class SourceRecord(DateTimeOffset since)
{
    private const int BlindFrom = 3;
    private const int MostTimes = 200;
    private const int UnreadItems = 5;
    private const string Items = "items";

    private readonly Dictionary<string, (int Failures, string Why, bool Forbidden)> _failing = [];
    private readonly Dictionary<string, Doubt> _doubts = [];
    private readonly Queue<double> _seconds = new();
    private int _itemsUnread;
    private DateTimeOffset? _toldSince;
    private int _told;
    private bool? _shownPaused;

    public DateTimeOffset Since { get; private set; } = since;

    public bool IsBlind { get; private set; }

    public string? Why { get; private set; }

    /// <summary>The reason of the last visit that failed; null when every list was read at its last visit.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Since when it is watched without a pause.</summary>
    public DateTimeOffset WatchedFrom { get; private set; } = since;

    public Model.SourceKind? Kind { get; set; }

    public DateTimeOffset? LastVisitAt { get; set; }

    public DateTimeOffset? LastNewAt { get; set; }

    /// <summary>Notes a visit of a list; says whether the source has just become blind (true) or is seen again (false), null when neither.</summary>
    /// <param name="list">The list's key.</param>
    /// <param name="fault">Why it could not be read; null when it could.</param>
    /// <param name="before">Failures in a row before this one, as stored.</param>
    /// <param name="forbidden">The site's robots.txt forbids the list: trying again does not help.</param>
    /// <param name="now">This instant.</param>
    /// <param name="doubt">Why what was read is hardly all there is; null when nothing speaks for that.</param>
    public bool? Note(string list, string? fault, int before, bool forbidden, DateTimeOffset now, Doubt? doubt = null)
    {
        if (doubt is null)
        {
            _doubts.Remove(list);
        }
        else
        {
            // It began when it was first seen; only what is said of it may change.
            _doubts[list] = _doubts.TryGetValue(list, out var known) ? doubt with { Since = known.Since } : doubt;
        }

        if (fault is null)
        {
            _failing.Remove(list);
            LastVisitAt = now;
        }
        else
        {
            _failing[list] = (Math.Max(_failing.GetValueOrDefault(list).Failures, before) + 1, fault, forbidden);
        }

        Trouble = fault ?? _failing.Values.Select(failing => failing.Why).LastOrDefault();
        return Judge(now);
    }

    /// <summary>Notes that a list is not there yet, and should not be: whatever was wrong with it is over.</summary>
    public void Await(string list, DateTimeOffset now)
    {
        WatchedFrom = now;
        _failing.Remove(list);
        Trouble = _failing.Values.Select(failing => failing.Why).LastOrDefault();
        Judge(now);
    }

    /// <summary>Forgets lists that are no longer visited.</summary>
    public void Keep(IReadOnlySet<string> lists)
    {
        foreach (var gone in _failing.Keys.Concat(_doubts.Keys).Where(list => list != Items && !lists.Contains(list)).ToList())
        {
            _failing.Remove(gone);
            _doubts.Remove(gone);
            Trouble = _failing.Values.Select(failing => failing.Why).LastOrDefault();
        }
    }

    /// <summary>Notes whether an item could be read; several in a row that could not are a doubt of the source.</summary>
    /// <param name="fault">Why not and what to do; null when it could.</param>
    /// <param name="now">This instant.</param>
    /// <returns>As <see cref="Note"/>.</returns>
    public bool? NoteItem(string? fault, DateTimeOffset now)
    {
        _itemsUnread = fault is null ? 0 : _itemsUnread + 1;
        if (fault is null)
        {
            _doubts.Remove(Items);
        }
        else if (_itemsUnread >= UnreadItems)
        {
            _doubts[Items] = new Doubt(_doubts.TryGetValue(Items, out var known) ? known.Since : now, "文章页看不到：" + fault);
        }

        return Judge(now);
    }

    /// <summary>Gives what is to be said again of a trouble that lasts; null when nothing is due.</summary>
    public Doubt? TakeReminder(Overdue? overdue, DateTimeOffset now)
    {
        var (since, why) = IsBlind ? (Since, Why) : overdue is null ? (now, null) : (overdue.Since, overdue.Why);
        if (why is null)
        {
            _toldSince = null;
            return null;
        }

        if (_toldSince != since)
        {
            (_toldSince, _told) = (since, 0);
        }

        if (now < Reminders.Next(since, _told))
        {
            return null;
        }

        while (now >= Reminders.Next(since, _told))
        {
            _told++;
        }

        return new Doubt(since, why);
    }

    /// <summary>Gives the instant the source was paused or let go; it moves when that changes.</summary>
    public DateTimeOffset SincePaused(bool paused, DateTimeOffset now)
    {
        if (_shownPaused != paused)
        {
            Since = _shownPaused is null ? Since : now;
            WatchedFrom = paused || _shownPaused is null ? WatchedFrom : now;
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

    /// <summary>A source that was never seen is blind at its first failure: nothing says that it can be seen at all.</summary>
    private bool? Judge(DateTimeOffset now)
    {
        var blind = _failing.Values.Where(failing => failing.Failures >= BlindFrom || failing.Forbidden || LastVisitAt is null).ToList();
        Why = blind.Count > 0 ? blind[^1].Why : _doubts.Values.LastOrDefault()?.Why;
        if (Why is not null == IsBlind)
        {
            return null;
        }

        IsBlind = !IsBlind;
        Since = IsBlind && blind.Count == 0 ? _doubts.Values.Min(doubt => doubt.Since) : now;
        return IsBlind;
    }

    private static double At(List<double> ordered, double share) => Math.Round(ordered[(int)Math.Ceiling(share * ordered.Count) - 1], 3);
}
