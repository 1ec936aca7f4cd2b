using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Observability;

/// <summary>Figures of how the service stands: looked at when somebody asks, not all the time.</summary>
internal sealed class StandingMeter
{
    private const int MostQueued = 100_000;
    private readonly IncidentDesk _desk;
    private readonly Crawler _crawler;
    private readonly EmbeddedStore _store;
    private readonly IOutbox _outbox;
    private Standing _standing = new();

    /// <summary>Makes the instruments.</summary>
    public StandingMeter(IMeterFactory meters, IncidentDesk desk, Crawler crawler, EmbeddedStore store, IOutbox outbox)
    {
        (_desk, _crawler, _store, _outbox) = (desk, crawler, store, outbox);
        var meter = meters.Create(Meters.Name);
        meter.CreateObservableGauge("opinionwatch.incidents", () => Standing.Incidents.Select(row => Measure(row.Count, ("level", row.Level), ("state", row.State))), description: "Live incidents.");
        meter.CreateObservableGauge("opinionwatch.clocks", () => Standing.Clocks.Select(row => Measure(row.Count, ("clock", row.Clock), ("state", row.State))), description: "Clocks of live incidents.");
        meter.CreateObservableGauge("opinionwatch.sources", () => Standing.Sources.CountBy(row => row.State).Select(row => Measure(row.Value, ("state", row.Key))), description: "Sources by whether they are seen.");
        meter.CreateObservableGauge(SourceSeeing, () => Standing.Sources.Select(row => Measure(row.State == "seeing" ? 1 : 0, ("site", row.Site))), description: "1 while a source is seen.");
        meter.CreateObservableGauge("opinionwatch.queue", () => Queues().Select(row => Measure(row.Depth, ("queue", row.Queue))), description: "What waits, by queue.");
        meter.CreateObservableGauge("opinionwatch.deliveries.troubled", () => Standing.Troubled, description: "Messages that failed and wait, or were given up.");
        meter.CreateObservableGauge("opinionwatch.store.free", () => Standing.FreeBytes is { } free ? [new Measurement<long>(free)] : Array.Empty<Measurement<long>>(), "By", "Free bytes on the data folder's volume.");
        meter.CreateObservableGauge("opinionwatch.store.writable", () => Standing.CanWrite ? 1 : 0, description: "1 while the data folder can be written.");
        meter.CreateObservableGauge("opinionwatch.process.threads", () => OfProcess(process => process.Threads.Count), description: "Threads of the process.");
        meter.CreateObservableGauge("opinionwatch.process.handles", Handles, description: "Open handles or file descriptors of the process.");
    }

    /// <summary>The instrument with one row a source.</summary>
    public const string SourceSeeing = "opinionwatch.source.seeing";

    private Standing Standing => Volatile.Read(ref _standing);

    /// <summary>Looks at everything anew.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var live = (await _desk.ListAsync(cancellationToken)).Where(incident => incident.IsLive).ToList();
        var due = await _outbox.ListDueAsync(DateTimeOffset.MaxValue, MostQueued, cancellationToken);
        var troubled = await _outbox.ListTroubledAsync(cancellationToken);
        var health = _store.Health;
        Volatile.Write(ref _standing, new Standing
        {
            Incidents = [.. live.CountBy(incident => (incident.Level, incident.State)).Select(row => (Camel(row.Key.Level.ToString()), Camel(row.Key.State.ToString()), row.Value))],
            Clocks = [.. live.SelectMany(incident => incident.Clocks).CountBy(clock => (clock.Name, clock.State)).Select(row => (row.Key.Name, Camel(row.Key.State.ToString()), row.Value))],
            Sources = [.. _crawler.Health().Select(source => (source.Id, Camel(source.State.ToString())))],
            Frontier = _crawler.FrontierCount,
            Outbox = due.Count,
            Troubled = troubled.Count(delivery => !delivery.IsWithdrawn),
            Lag = health.JournalLag,
            FreeBytes = health.FreeBytes,
            CanWrite = health.CanWrite,
        });
    }

    private IEnumerable<(string Queue, long Depth)> Queues() => [("frontier", Standing.Frontier), ("outbox", Standing.Outbox), ("view", Standing.Lag)];

    private static Measurement<long> Measure(long value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var tags = new KeyValuePair<string, object?>[labels.Length];
        for (var index = 0; index < labels.Length; index++)
        {
            tags[index] = new(labels[index].Name, labels[index].Value);
        }

        return new Measurement<long>(value, tags);
    }

    private static int Handles() => OperatingSystem.IsLinux()
        ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count()
        : OfProcess(process => process.HandleCount);

    private static int OfProcess(Func<Process, int> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
