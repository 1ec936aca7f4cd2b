using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Ledger;

/// <summary>Keeps the ledger on disk, adds up each closed hour, and alarms when a sum does not add up.</summary>
internal sealed class LedgerKeeper(LedgerBook book, ILedgerStore store, SelfAlarmDesk alarms, ConfigurationInForce configuration, TimeProvider time, ILogger<LedgerKeeper> log) : RestartingService(time, log)
{
    private const string OpenName = "open";
    private const string SavedName = "savedAt";
    private const string SteadyName = "steadySince";
    private const string InterruptedName = "interrupted";
    private const string DifferencesName = "differences";

    /// <summary>Time after the end of an hour in which what was fetched in it comes to its end.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(3);
    private static readonly TimeSpan LookedBack = TimeSpan.FromHours(48);

    /// <summary>How long rows are kept: longer than anybody asks what an hour added up to.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How long hours of coverage are kept: a report of the same month a year ago can still be made.</summary>
    private static readonly TimeSpan CoverageKept = TimeSpan.FromDays(400);

    /// <summary>Writes that remove some hundreds of old rows, in each hour: twice what thousands of sources add in it.</summary>
    private const int MostRemovals = 40;

    private static readonly TimeSpan Around = TimeSpan.FromMinutes(10);

    private readonly Dictionary<DateTimeOffset, string> _differences = [];
    private readonly HashSet<DateTimeOffset> _interrupted = [];
    private readonly HashSet<DateTimeOffset> _judged = [];
    private DateTimeOffset? _savedAt;
    private DateTimeOffset _steadySince;
    private bool _loaded;

    /// <summary>What did not add up in the last day, by hour.</summary>
    public IReadOnlyList<(DateTimeOffset Hour, string Text)> Differences
    {
        get
        {
            lock (_differences)
            {
                return [.. _differences.Where(pair => pair.Key > Time.GetUtcNow() - TimeSpan.FromHours(25)).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
            }
        }
    }

    /// <summary>Takes over what was kept, and closes what a kill left open. Once.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded)
        {
            return;
        }

        var now = Time.GetUtcNow();
        var rows = await store.ListLedgerAsync(now - LookedBack, now + Hour, cancellationToken);
        foreach (var verdict in rows.Where(row => row.Source == LedgerNames.Verdict))
        {
            _judged.Add(verdict.Hour);
            Note(verdict.Hour, verdict.Why);
        }

        var counted = rows.Where(row => row.Source is not (LedgerNames.Verdict or LedgerNames.Run)).ToList();
        var run = (await store.ListLedgerAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch + Hour, cancellationToken)).FirstOrDefault(row => row.Source == LedgerNames.Run);
        if (run is not null)
        {
            _savedAt = new DateTimeOffset(run.Counts[SavedName], TimeSpan.Zero);
            _steadySince = new DateTimeOffset(run.Counts.GetValueOrDefault(SteadyName), TimeSpan.Zero);
        }

        if (run is null || run.Counts.GetValueOrDefault(OpenName) > 0)
        {
            // A kill; or the rows are lost, or there never were any: then nobody knows what was counted before in this hour.
            var saved = LedgerBook.HourOf(_savedAt ?? now);
            for (var hour = saved > now - LookedBack ? saved : LedgerBook.HourOf(now - LookedBack); hour <= now; hour += Hour)
            {
                _interrupted.Add(hour);
            }

            counted = [.. counted.Select(row => row.Source == LedgerNames.Whole ? row : LedgerBalance.Reconcile(row))];
            await store.SaveLedgerAsync([.. counted, .. _interrupted.Select(hour => new LedgerHour { Source = LedgerNames.Run, Hour = hour, Counts = new Dictionary<string, long> { [InterruptedName] = 1 } })], cancellationToken);
        }

        _interrupted.UnionWith(rows.Where(row => row.Source == LedgerNames.Run && row.Counts.ContainsKey(InterruptedName)).Select(row => row.Hour));
        book.Load(counted.Where(row => row.Hour >= LedgerBook.HourOf(now - Remembered) || !_judged.Contains(row.Hour)));
        _loaded = true;
    }

    /// <summary>Keeps what changed.</summary>
    /// <param name="open">The service goes on counting.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task SaveAsync(bool open, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        if (HasLeapt(now) || now < _steadySince)
        {
            _steadySince = now;
        }

        var rows = book.TakeChanged(hour => hour < LedgerBook.HourOf(now - Remembered) && _judged.Contains(hour));
        var saved = false;
        try
        {
            var run = new LedgerHour { Source = LedgerNames.Run, Hour = DateTimeOffset.UnixEpoch, Counts = new Dictionary<string, long> { [OpenName] = open ? 1 : 0, [SavedName] = now.UtcTicks, [SteadyName] = _steadySince.UtcTicks } };
            await store.SaveLedgerAsync([.. rows, run], cancellationToken);
            _savedAt = now;
            saved = true;
        }
        finally
        {
            if (!saved)
            {
                book.PutBack(rows);
            }
        }
    }

    /// <summary>Adds up the hours that are over and were not added up yet.</summary>
    public async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        foreach (var hour in book.ListHours().Where(hour => hour + Hour + Settling <= now && !_judged.Contains(hour)))
        {
            await JudgeAsync(hour, book.List(hour), now, cancellationToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_loaded)
        {
            await SaveAsync(open: false, cancellationToken);
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await LoadAsync(stoppingToken);
        using var timer = new PeriodicTimer(SaveEvery, Time);
        do
        {
            await SaveAsync(open: true, stoppingToken);
            await JudgeAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task JudgeAsync(DateTimeOffset hour, IReadOnlyList<LedgerHour> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await store.ListKeptAsync(hour - Around, now, cancellationToken);

        // What could not be judged ended in that state, and the record of a later try, which keeps the instant of its page, is none of this hour's count. The same document on a page fetched anew is.
        var failed = kept.Where(one => one.Outcome == DocumentOutcome.Failed).Select(one => (one.DocumentId, one.FetchedAt)).ToHashSet();
        var documents = kept
            .Where(one => one.FetchedAt is { } at && LedgerBook.HourOf(at) == hour && !failed.Contains((one.DocumentId, one.FetchedAt)))
            .GroupBy(one => LedgerBook.SourceOf(one.Site))
            .ToDictionary(group => group.Key, group => group.LongCount());
        var alerts = (await store.ListCreatedAsync(hour, hour + Hour, cancellationToken)).LongCount(delivery => Guid.TryParseExact(delivery.AlertId, "N", out _));
        var interrupted = _interrupted.Contains(hour);
        var differences = LedgerBalance.Judge(rows, documents, alerts, interrupted);
        var why = differences.Count == 0 ? null : string.Join('；', differences);
        if (why is not null)
        {
            // Told before it is noted: dying in between tells it under the same ids.
            log.LedgerDiffers(hour, why);
            await alarms.RaiseAsync(string.Create(CultureInfo.InvariantCulture, $"ledger-{hour.UtcDateTime:yyyyMMddHH}"), LedgerTexts.Alarm(hour, differences, configuration.Current), cancellationToken);
        }

        await store.SaveLedgerAsync(
            [new LedgerHour { Source = LedgerNames.Verdict, Hour = hour, Why = why, Counts = new Dictionary<string, long> { [DifferencesName] = differences.Count, [InterruptedName] = interrupted ? 1 : 0 } }],
            cancellationToken);
        _judged.Add(hour);
        Note(hour, why);
        await ForgetAsync(now, cancellationToken);
    }

    /// <summary>Removes what is too old, in many small writes: the crawler's wait between them and not behind all of them.</summary>
    /// <remarks>Not while the clock may be wrong: what was removed because it had been set forward, nobody can bring back.</remarks>
    private async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (HasLeapt(now) || now - _steadySince < LookedBack)
        {
            return;
        }

        var removals = 0;
        while (removals < MostRemovals && await store.ForgetLedgerAsync(now - Kept, now - CoverageKept, cancellationToken) > 0)
        {
            removals++;
        }
    }

    /// <summary>Whether the clock is so far ahead of the last save that it may have been set.</summary>
    private bool HasLeapt(DateTimeOffset now) => now - _savedAt > LookedBack;

    private void Note(DateTimeOffset hour, string? why)
    {
        if (why is not null)
        {
            lock (_differences)
            {
                _differences[hour] = why;
            }
        }
    }
}
