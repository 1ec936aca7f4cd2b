using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Ledger;

/// <summary>The ledger in memory (守恒账): counts by source and hour, and the pages that are not done with. Safe from any thread.</summary>
/// <remarks>
/// Each thing is counted where it goes in and where it comes out, by different parts; a sum that does not add up names the part between. What is later on the way is counted
/// first and durable first, so a kill can only make the later count the larger one.
/// </remarks>
internal sealed class LedgerBook : ICrawlLedger
{
    private const int MostOpen = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, DateTimeOffset Hour), Row> _rows = [];
    private readonly OrderedDictionary<Page, (string Source, DateTimeOffset Hour, long Number)> _open = new(ReferenceEqualityComparer.Instance);
    private long _opened;

    /// <summary>Gives the first instant of an instant's hour, UTC.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    public void Asked(string source, DateTimeOffset at) => Locked(() => Add(source, at, LedgerNames.Asked));

    public void Answered(string source, DateTimeOffset at, FetchOutcome? outcome) => Locked(() =>
    {
        switch (outcome)
        {
            case null:
                Add(source, at, LedgerNames.Cut);
                break;
            case FetchOutcome.Fetched { Page: var page }:
                Add(source, at, LedgerNames.Page);
                Add(source, page.FetchedAt, LedgerNames.Pages);
                Open(source, page);
                break;
            case FetchOutcome.NotModified:
                Add(source, at, LedgerNames.Unchanged);
                break;
            case FetchOutcome.Throttled:
                Add(source, at, LedgerNames.HeldOff);
                break;
            case FetchOutcome.Refused refused:
                Add(source, at, LedgerNames.Refused, why: $"状态 {(int)refused.Status}");
                break;
            case FetchOutcome.Disallowed:
                Add(source, at, LedgerNames.Disallowed);
                break;
            case FetchOutcome.Failed failed:
                Add(source, at, LedgerNames.Failed, why: failed.Reason);
                break;
        }
    });

    public void Settled(string source, Page page, PageFate fate, int found) => Locked(() =>
    {
        if (_open.Remove(page))
        {
            Add(source, page.FetchedAt, fate switch { PageFate.Read => LedgerNames.Read, PageFate.Same => LedgerNames.Same, _ => LedgerNames.Unreadable });
            Add(source, page.FetchedAt, LedgerNames.Items, found);
        }
    });

    public long Begin()
    {
        lock (_gate)
        {
            return _opened;
        }
    }

    public void Returned(string source, long visit) => Locked(() =>
    {
        foreach (var (page, account) in _open.Where(pair => pair.Value.Source == source && pair.Value.Number > visit).ToList())
        {
            _open.Remove(page);
            Add(account.Source, account.Hour, LedgerNames.Returned);
        }
    });

    public void HandedOver(string source, Page page, int documents) => Locked(() => Add(source, page.FetchedAt, LedgerNames.Handed, documents));

    /// <summary>The pipeline is done with a page's documents, one way or the other.</summary>
    public void Taken(string source, DateTimeOffset at, PageTally tally) => Locked(() =>
    {
        Add(source, at, LedgerNames.Taken, tally.Documents);
        foreach (var (name, count) in tally.Counts)
        {
            Add(source, at, name, count);
        }

        if (!tally.IsWhole)
        {
            Add(source, at, LedgerNames.NotKept, tally.Documents - tally.Counts.Where(pair => LedgerNames.Outcomes.Contains(pair.Key)).Sum(pair => pair.Value));
        }
    });

    /// <summary>Gives the name a document's site is counted under: whoever reports something must not name the ledger's own rows.</summary>
    public static string SourceOf(string? site) => string.IsNullOrEmpty(site) || (site[0] == '_' && site != Worker.Drill.DrillSource.Id) ? Pipeline.SourceNames.Staff : site;

    /// <summary>A member of staff reported something: it comes from nowhere but this count.</summary>
    public void Reported(string source, DateTimeOffset at) => Locked(() => Add(source, at, LedgerNames.Handed));

    /// <summary>The desk put alerts into the outbox.</summary>
    public void AlertsKept(DateTimeOffset at, int count) => Locked(() => Add(LedgerNames.Whole, at, LedgerNames.Alerts, count));

    /// <summary>Takes over rows kept before; what was counted since is added to them.</summary>
    public void Load(IEnumerable<LedgerHour> rows) => Locked(() =>
    {
        foreach (var row in rows)
        {
            foreach (var (name, count) in row.Counts)
            {
                Add(row.Source, row.Hour, name, count);
            }
        }
    });

    /// <summary>Lists the hours there are rows of, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> ListHours()
    {
        lock (_gate)
        {
            return [.. _rows.Keys.Select(key => key.Hour).Distinct().Order()];
        }
    }

    /// <summary>Lists the rows of an hour.</summary>
    public IReadOnlyList<LedgerHour> List(DateTimeOffset hour)
    {
        lock (_gate)
        {
            return [.. _rows.Where(pair => pair.Key.Hour == hour).Select(pair => pair.Value.Show(pair.Key.Source, hour))];
        }
    }

    /// <summary>Takes the rows that changed; <see cref="PutBack"/> them when they could not be kept.</summary>
    /// <param name="done">Says which hours are done with; their rows are forgotten once they were taken.</param>
    public IReadOnlyList<LedgerHour> TakeChanged(Func<DateTimeOffset, bool> done)
    {
        lock (_gate)
        {
            var changed = _rows.Where(pair => pair.Value.Changed).Select(pair => pair.Value.Show(pair.Key.Source, pair.Key.Hour)).ToList();
            foreach (var (key, row) in _rows.ToList())
            {
                row.Changed = false;
                if (done(key.Hour))
                {
                    _rows.Remove(key);
                }
            }

            return changed;
        }
    }

    /// <summary>Marks rows as not kept.</summary>
    public void PutBack(IReadOnlyList<LedgerHour> rows) => Locked(() =>
    {
        foreach (var row in rows)
        {
            if (_rows.TryGetValue((row.Source, row.Hour), out var known))
            {
                known.Changed = true;
            }
        }
    });

    /// <summary>A page that is never done with must not fill memory; its hour then says that it is missing.</summary>
    private void Open(string source, Page page)
    {
        _open[page] = (source, HourOf(page.FetchedAt), ++_opened);
        if (_open.Count > MostOpen)
        {
            _open.RemoveAt(0);
        }
    }

    private void Add(string source, DateTimeOffset at, string name, long count = 1, string? why = null)
    {
        if (count == 0)
        {
            return;
        }

        var key = (source, HourOf(at));
        if (!_rows.TryGetValue(key, out var row))
        {
            _rows[key] = row = new Row();
        }

        row.Counts[name] = row.Counts.GetValueOrDefault(name) + count;
        row.Why = why ?? row.Why;
        row.Changed = true;
    }

    private void Locked(Action work)
    {
        lock (_gate)
        {
            work();
        }
    }

    private sealed class Row
    {
        public Dictionary<string, long> Counts { get; } = [];

        public string? Why { get; set; }

        public bool Changed { get; set; }

        public LedgerHour Show(string source, DateTimeOffset hour) => new() { Source = source, Hour = hour, Counts = new Dictionary<string, long>(Counts), Why = Why };
    }
}
