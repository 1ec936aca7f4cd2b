using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Health;

/// <summary>Knows how well each source is seen: blindness, detection times, coverage by hour.</summary>
internal sealed class SourceWatch(ICoverageStore store, TimeProvider time, ILogger log)
{
    private readonly Dictionary<string, SourceRecord> _records = [];
    private readonly CoverageBook _book = new();
    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, string> _impossible = new Dictionary<string, string>();
    private DateTimeOffset _runningSince = DateTimeOffset.MinValue;

    /// <summary>Takes over the hours of the last day.</summary>
    public async Task LoadAsync(IReadOnlyList<FrontierEntry> entries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hours = await store.ListHoursAsync(CoverageBook.HourOf(now).AddHours(-24), now.AddHours(1), cancellationToken);
        lock (_gate)
        {
            _runningSince = now;
            _book.Load(hours);
            foreach (var list in entries.Where(entry => entry.Role == PageRole.List && entry.VisitedAt is not null))
            {
                var record = Record(list.Source);
                record.LastVisitAt = record.LastVisitAt > list.VisitedAt ? record.LastVisitAt : list.VisitedAt;
            }
        }
    }

    /// <summary>Nothing was asked for until now: what was not visited meanwhile is no fault of the sources.</summary>
    public void Resumed()
    {
        lock (_gate)
        {
            _runningSince = time.GetUtcNow();
        }
    }

    /// <summary>A list was read.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="list">The list's key.</param>
    /// <param name="kind">The kind it turned out to be; null when it was not looked at.</param>
    /// <param name="newItems">New items met.</param>
    /// <param name="doubt">Why what was read is hardly all there is; null when nothing speaks for that.</param>
    public void Seen(Source source, string list, SourceKind? kind, int newItems, Doubt? doubt)
    {
        bool? turned;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var record = Record(source.Id);
            record.Kind = kind ?? record.Kind;
            record.LastNewAt = newItems > 0 ? now : record.LastNewAt;
            turned = record.Note(list, null, 0, forbidden: false, now, doubt);
            _book.Note(source.Id, now, null, newItems);
        }

        if (turned == false)
        {
            log.SourceSeenAgain(source.Id);
        }
        else if (turned == true)
        {
            log.SourceBlind(source.Id, doubt!.Why);
        }
    }

    /// <summary>Notes which sources cannot be visited as often as they ask for, and says so once.</summary>
    public void Impossible(IReadOnlyDictionary<string, string> why)
    {
        List<KeyValuePair<string, string>> told;
        lock (_gate)
        {
            told = [.. why.Where(source => !_impossible.ContainsKey(source.Key))];
            _impossible = why;
        }

        foreach (var (source, reason) in told)
        {
            log.EveryImpossible(source, reason);
        }
    }

    /// <summary>Says again of sources that are blind for long that they are, at growing intervals.</summary>
    public void Remind(IReadOnlyList<Source> sources)
    {
        List<(string Source, DateTimeOffset Since, string Why)> due;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            due = [.. sources.Where(source => source.Enabled && _records.ContainsKey(source.Id)).Select(source => (source.Id, Reminder: _records[source.Id].TakeReminder(Overdue.Find(source, _records[source.Id], _runningSince, now), now)))
                .Where(source => source.Reminder is not null).Select(source => (source.Id, source.Reminder!.Since, source.Reminder.Why))];
        }

        foreach (var (source, since, why) in due)
        {
            log.SourceStillBlind(source, since, why);
        }
    }

    /// <summary>An item was read, or could not be.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="fault">Why not and what to do, in Chinese; null when it was read.</param>
    public void Item(string source, string? fault)
    {
        bool? turned;
        lock (_gate)
        {
            turned = Record(source).NoteItem(fault, time.GetUtcNow());
        }

        if (turned == true)
        {
            log.SourceBlind(source, fault!);
        }
        else if (turned == false)
        {
            log.SourceSeenAgain(source);
        }
    }

    /// <summary>A list is not there yet, as it should be: it is neither read nor in trouble, and the site was reached.</summary>
    public void Waiting(Source source, string list)
    {
        lock (_gate)
        {
            _book.Note(source.Id, time.GetUtcNow(), null, 0);
            Record(source.Id).Await(list, time.GetUtcNow());
        }
    }

    /// <summary>A list could not be had or read.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="list">The list's key.</param>
    /// <param name="fault">Why and what to do, in Chinese.</param>
    /// <param name="before">Failures in a row before this one, as stored.</param>
    /// <param name="forbidden">The site's robots.txt forbids it.</param>
    public void Unseen(Source source, string list, string fault, int before, bool forbidden)
    {
        bool? turned;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            turned = Record(source.Id).Note(list, fault, before, forbidden, now);
            _book.Note(source.Id, now, fault, 0);
        }

        if (turned == true)
        {
            log.SourceBlind(source.Id, fault);
        }
    }

    /// <summary>Documents of a source were kept.</summary>
    /// <param name="source">Its id.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="watchedSince">Since when the source is watched: what was published before says nothing about our speed.</param>
    public void Kept(string source, IReadOnlyList<Document> documents, DateTimeOffset watchedSince)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var published in documents.Select(document => document.PublishedAt).OfType<DateTimeOffset>().Where(at => at >= watchedSince && at <= now))
            {
                Record(source).AddDetection((now - published).TotalSeconds);
            }
        }
    }

    /// <summary>Forgets lists and sources that are no longer in the configuration.</summary>
    public void Keep(IReadOnlyList<Source> sources, IReadOnlySet<string> lists)
    {
        lock (_gate)
        {
            var ids = sources.Select(source => source.Id).ToHashSet();
            foreach (var gone in _records.Keys.Where(id => !ids.Contains(id)).ToList())
            {
                _records.Remove(gone);
            }

            foreach (var record in _records.Values)
            {
                record.Keep(lists);
            }
        }
    }

    /// <summary>Saves the hours that changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceHour> hours;
        lock (_gate)
        {
            hours = _book.TakeUnsaved(time.GetUtcNow());
        }

        if (hours.Count == 0)
        {
            return;
        }

        var saved = false;
        try
        {
            await store.SaveHoursAsync(hours, cancellationToken);
            saved = true;
        }
        finally
        {
            if (!saved)
            {
                lock (_gate)
                {
                    _book.PutBack(hours);
                }
            }
        }
    }

    /// <summary>Lists the sources as they are seen now.</summary>
    /// <param name="sources">The sites of the configuration.</param>
    /// <param name="heldWhy">Why the whole crawler is held; null when it is not.</param>
    public IReadOnlyList<SourceHealth> List(IReadOnlyList<Source> sources, string? heldWhy)
    {
        lock (_gate)
        {
            return [.. sources.Select(source => Health(source, heldWhy))];
        }
    }

    private SourceHealth Health(Source source, string? heldWhy)
    {
        var now = time.GetUtcNow();
        var record = Record(source.Id);
        var overdue = source.Enabled && heldWhy is null ? Overdue.Find(source, record, _runningSince, now) : null;
        return HealthView.Of(source, record, overdue, heldWhy, _impossible.GetValueOrDefault(source.Id), _book.Of(source.Id, now), now);
    }

    private SourceRecord Record(string source)
    {
        if (!_records.TryGetValue(source, out var record))
        {
            _records[source] = record = new SourceRecord(time.GetUtcNow());
        }

        return record;
    }
}
