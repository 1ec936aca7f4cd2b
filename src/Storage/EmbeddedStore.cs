using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Incidents;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.LiteDb;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage;

/// <summary>The store of one machine: journal, evidence and LiteDB in one folder that one process owns.</summary>
public sealed class EmbeddedStore : IFrontierStore, ICoverageStore, IHostStore, IEvidenceArchive, IIncidentStore, IOutbox, IReceiptStore, IAuditLog, ILedgerStore, IAsyncDisposable
{
    private readonly StoreParts _parts;

    private EmbeddedStore(StoreParts parts)
    {
        _parts = parts;
    }

    /// <summary>The last record of the audit chain that is on disk, to be kept elsewhere; null while the chain is empty.</summary>
    public AuditAnchor? Head => _parts.State.Position is { Sequence: > 0 } position ? new AuditAnchor(position.Sequence, position.Hash) : null;

    /// <summary>How the store fares, for <c>/health/ready</c>.</summary>
    public StoreHealth Health => _parts.Health.Describe(_parts.State.Lag);

    /// <summary>Opens the store of a folder, making it when it is missing; cuts off what a kill left half-written and brings the view up to the journal.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="JournalBrokenException">The journal cannot be read where it is needed: the message names file, offset and fault.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Task<EmbeddedStore> OpenAsync(string dataFolder, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        OpenAsync(dataFolder, time, loggers, new StoreSettings(), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<FrontierEntry>> ListEntriesAsync(CancellationToken cancellationToken) =>
        _parts.Frontier.ReadAsync(FrontierFile.ListEntries, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>> FindMarksAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        _parts.Frontier.ReadAsync(database => FrontierFile.FindMarks(database, keys), cancellationToken);

    /// <inheritdoc />
    public Task SaveAsync(FrontierChange change, CancellationToken cancellationToken) =>
        _parts.Frontier.WriteAsync(database => FrontierFile.Put(database, change), cancellationToken);

    /// <inheritdoc />
    public Task SaveHoursAsync(IReadOnlyList<SourceHour> hours, CancellationToken cancellationToken) =>
        _parts.Frontier.WriteAsync(database => FrontierFile.Put(database, hours), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<SourceHour>> ListHoursAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _parts.Frontier.ReadAsync(database => FrontierFile.ListHours(database, from, to), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<HostMemory>> ListHostsAsync(CancellationToken cancellationToken) =>
        _parts.Frontier.ReadAsync(FrontierFile.ListHosts, cancellationToken);

    /// <inheritdoc />
    public Task SaveHostsAsync(IReadOnlyList<HostMemory> hosts, CancellationToken cancellationToken) =>
        _parts.Frontier.WriteAsync(database => FrontierFile.Put(database, hosts), cancellationToken);

    /// <inheritdoc />
    public Task SaveLedgerAsync(IReadOnlyList<LedgerHour> rows, CancellationToken cancellationToken) =>
        _parts.Frontier.WriteAsync(database => FrontierFile.Put(database, rows), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LedgerHour>> ListLedgerAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _parts.Frontier.ReadAsync(database => FrontierFile.ListLedger(database, from, to), cancellationToken);

    /// <inheritdoc />
    public async Task<int> ForgetLedgerAsync(DateTimeOffset before, DateTimeOffset coverageBefore, CancellationToken cancellationToken)
    {
        var removed = 0;
        await _parts.Frontier.WriteAsync(database => removed = FrontierFile.Forget(database, before, coverageBefore), cancellationToken);
        return removed;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<KeptTrace>> ListKeptAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListKept(from, to), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<DeliveryTrace>> ListCreatedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListCreated(from, to), cancellationToken);

    /// <inheritdoc />
    public Task<string> KeepAsync(Page page, CancellationToken cancellationToken) => _parts.Evidence.KeepAsync(page, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListIncidents(endedAfter), cancellationToken);

    /// <inheritdoc />
    public Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.FindIncident(id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<KeptDocument>> ListDocumentsAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListDocuments(from, to, limit), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">It changes an incident that was never opened; nothing is kept.</exception>
    /// <exception cref="IOException">It could not be written; nothing is kept.</exception>
    public Task KeepAsync(Kept kept, CancellationToken cancellationToken) =>
        _parts.Journal.AppendAsync(new JournalEntry.All(kept), cancellationToken);

    /// <inheritdoc />
    public Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken) =>
        changes.Count == 0 ? Task.CompletedTask : _parts.Journal.AppendAsync(new JournalEntry.Deliveries(changes), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(_parts.State.ListDue(now, limit));

    /// <inheritdoc />
    public Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListDeliveries(incidentId), cancellationToken);

    /// <inheritdoc />
    /// <remarks>Remembered for two days, a longer limit per person is not kept; a bundle counts once.</remarks>
    public Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(_parts.State.ListSent(contact, since));

    /// <inheritdoc />
    public Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken) => Task.Run(_parts.State.ListTroubled, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Delivery>> ListHandedOverAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.State.ListHandedOver(since), cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        _parts.Journal.AppendAsync(new JournalEntry.Act(entry), cancellationToken);

    /// <inheritdoc />
    public Task<AuditEntry?> FindLastAsync(string act, CancellationToken cancellationToken) => Task.Run(() => _parts.State.FindAct(act), cancellationToken);

    /// <summary>Removes kept documents of the months that ended before an instant from the view. Incidents, journal and evidence stay.</summary>
    public Task PurgeDocumentsAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.Run(() => _parts.View.Purge(before), cancellationToken);

    /// <summary>Lists kept documents behind a place in the journal, in their order, from the view: what was kept in the last moments comes with a later call.</summary>
    /// <param name="after">Sequence of the last one known.</param>
    /// <param name="since">Months that ended before this instant are passed over.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Stops before it began.</param>
    public Task<IReadOnlyList<StoredDocument>> ListStoredAsync(long after, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Task.Run(() => _parts.View.ReadDocuments(files => files.ListAfter(after, since, limit)), cancellationToken);

    /// <summary>Gives the first instant of the oldest month whose documents are kept; null when there is none.</summary>
    public Task<DateTimeOffset?> FindOldestMonthAsync(CancellationToken cancellationToken) => Task.Run(() => _parts.View.ReadDocuments(files => files.FindOldest()), cancellationToken);

    /// <summary>Records in the journal.</summary>
    public long Records => _parts.State.Position.Sequence;

    /// <summary>Writes what waits and closes.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    /// <summary>Opens with settings only tests change.</summary>
    internal static async Task<EmbeddedStore> OpenAsync(string dataFolder, TimeProvider time, ILoggerFactory loggers, StoreSettings settings, CancellationToken cancellationToken) =>
        new(await StoreParts.OpenAsync(dataFolder, time, loggers, settings, cancellationToken));
}
