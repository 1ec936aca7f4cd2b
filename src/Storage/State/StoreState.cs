using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.LiteDb;

namespace OpinionWatch.Storage.State;

/// <summary>What the store holds in memory: what the view does not show yet, deliveries to be tried, and the incidents touched last.</summary>
/// <remarks>A read asks here first and the view second, so that everybody sees what was kept, however far behind the view is.</remarks>
internal sealed class StoreState(View view)
{
    private readonly Lock _lock = new();
    private readonly Changes _unwritten = new();
    private readonly RecentIncidents _recent = new();
    private readonly Outgoing _outgoing = new();
    private readonly Dictionary<string, long> _files = [];
    private JournalPosition _position = JournalPosition.Start;
    private long _written;

    /// <summary>Records the view is behind.</summary>
    public long Lag => Locked(() => _position.Sequence - _written);

    /// <summary>The place in the journal it reflects.</summary>
    public JournalPosition Position => Locked(() => _position);

    /// <summary>Says where the journal ends, before anything is loaded.</summary>
    public void Begin(JournalPosition position)
    {
        lock (_lock)
        {
            _position = position;
            _written = position.Sequence;
        }
    }

    /// <summary>Loads what is held in memory from a view that is caught up.</summary>
    public void Load(DateTimeOffset now)
    {
        var pending = view.Read(ViewFile.ListPending);
        var sent = view.Read(database => ViewFile.ListSent(database, now - Outgoing.Window));
        var files = view.Read(ViewFile.ListFiles);
        lock (_lock)
        {
            _outgoing.Load(pending, sent, now);
            foreach (var (file, end) in files)
            {
                _files[file] = end;
            }
        }
    }

    /// <summary>Begins a group of entries.</summary>
    public Staging Stage() => new(FindIncident, FindDelivery);

    /// <summary>Takes over a group that is in the journal.</summary>
    public void Commit(Changes changes, JournalPosition position)
    {
        lock (_lock)
        {
            _unwritten.Add(changes);
            _position = position;
            _outgoing.Put(changes.Deliveries.Values);
            foreach (var incident in changes.Incidents.Values)
            {
                _recent.Put(incident.Incident);
            }

            foreach (var (file, end) in changes.Files)
            {
                _files[file] = end;
            }
        }
    }

    /// <summary>Takes what the view does not show yet; null when there is nothing.</summary>
    public (Changes Changes, JournalPosition Position)? TakeUnwritten()
    {
        lock (_lock)
        {
            return _position.Sequence == _written ? null : (_unwritten.Copy(), _position);
        }
    }

    /// <summary>Notes that the view shows it now.</summary>
    public void Written(Changes changes, JournalPosition position)
    {
        lock (_lock)
        {
            _unwritten.Remove(changes);
            _written = position.Sequence;
        }
    }

    /// <summary>Finds an incident; null when there is none.</summary>
    public Incident? FindIncident(string id)
    {
        lock (_lock)
        {
            if ((_unwritten.Incidents.GetValueOrDefault(id)?.Incident ?? _recent.Find(id)) is { } known)
            {
                return known;
            }
        }

        return view.Read(database => ViewFile.FindIncident(database, id));
    }

    /// <summary>Finds a delivery; null when there is none.</summary>
    public Delivery? FindDelivery(string id)
    {
        lock (_lock)
        {
            if ((_outgoing.Find(id) ?? _unwritten.Deliveries.GetValueOrDefault(id)) is { } known)
            {
                return known;
            }
        }

        return view.Read(database => ViewFile.FindDelivery(database, id));
    }

    /// <summary>Lists incidents that are live or ended after an instant, in order of opening.</summary>
    public IReadOnlyList<Incident> ListIncidents(DateTimeOffset endedAfter)
    {
        var unwritten = Unwritten(changes => changes.Incidents.Values.Select(stored => stored.Incident));
        var found = view.Read(database => ViewFile.ListIncidents(database, endedAfter)).ToDictionary(incident => incident.Id);
        unwritten.ForEach(incident => found[incident.Id] = incident);
        return [.. found.Values
            .Where(incident => incident.IsLive || incident.EndedAt > endedAfter)
            .OrderBy(incident => incident.OpenedAt)
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)];
    }

    /// <summary>Lists documents kept in a period, oldest first.</summary>
    public IReadOnlyList<KeptDocument> ListDocuments(DateTimeOffset from, DateTimeOffset to, int limit)
    {
        var unwritten = Unwritten(changes => changes.Documents.Values.Where(document => document.At >= from && document.At < to));
        var found = view.ReadDocuments(files => files.List(from, to, limit)).ToDictionary(document => document.Sequence);
        unwritten.ForEach(document => found[document.Sequence] = document);
        return [.. found.Values.OrderBy(document => document.At).ThenBy(document => document.Sequence).Take(limit).Select(document => document.Document)];
    }

    /// <summary>Lists deliveries of an incident, oldest first.</summary>
    public IReadOnlyList<Delivery> ListDeliveries(string incidentId)
    {
        var unwritten = Unwritten(changes => changes.Deliveries.Values.Where(delivery => delivery.Alert.IncidentId == incidentId));
        return Merge(view.Read(database => ViewFile.ListDeliveries(database, incidentId)), unwritten);
    }

    /// <summary>Lists dead letters and what failed and still waits, oldest first.</summary>
    public IReadOnlyList<Delivery> ListTroubled()
    {
        var waiting = Locked(() => _outgoing.ListFailed());
        var unwritten = Unwritten(changes => changes.Deliveries.Values.Where(delivery => delivery.State == DeliveryState.Dead));
        return Merge(view.Read(ViewFile.ListDead), [.. waiting, .. unwritten]);
    }

    /// <summary>Lists deliveries handed over since an instant and those not done with, oldest first.</summary>
    public IReadOnlyList<Delivery> ListHandedOver(DateTimeOffset since)
    {
        var waiting = Locked(() => _outgoing.ListDue(DateTimeOffset.MaxValue, int.MaxValue));
        var unwritten = Unwritten(changes => changes.Deliveries.Values.Where(delivery => delivery.SentAt >= since));
        return Merge(view.Read(database => ViewFile.ListSent(database, since)), [.. waiting, .. unwritten]);
    }

    /// <summary>Lists deliveries put into the outbox in a period, for the ledger.</summary>
    public IReadOnlyList<DeliveryTrace> ListCreated(DateTimeOffset from, DateTimeOffset to)
    {
        var unwritten = Unwritten(changes => changes.Deliveries.Values.Where(delivery => delivery.Alert.CreatedAt >= from && delivery.Alert.CreatedAt < to).Select(DeliveryTrace.Of));
        var found = view.Read(database => ViewFile.ListCreated(database, from, to)).ToDictionary(trace => trace.AlertId);
        unwritten.ForEach(trace => found[trace.AlertId] = trace);
        return [.. found.Values];
    }

    /// <summary>Lists documents kept in a period, for the ledger.</summary>
    public IReadOnlyList<KeptTrace> ListKept(DateTimeOffset from, DateTimeOffset to)
    {
        var unwritten = Unwritten(changes => changes.Documents.Values.Where(document => document.At >= from && document.At < to).Select(DocumentFiles.TraceOf));
        var found = view.ReadDocuments(files => files.ListTraces(from, to)).ToDictionary(trace => trace.Sequence);
        unwritten.ForEach(trace => found[trace.Sequence] = trace);
        return [.. found.Values.OrderBy(trace => trace.Sequence)];
    }

    /// <summary>Lists deliveries to be tried, most urgent first.</summary>
    public IReadOnlyList<Delivery> ListDue(DateTimeOffset now, int limit) => Locked(() => _outgoing.ListDue(now, limit));

    /// <summary>Lists when messages were handed over to a contact.</summary>
    public IReadOnlyList<DateTimeOffset> ListSent(string contact, DateTimeOffset since) => Locked(() => _outgoing.ListSent(contact, since));

    /// <summary>Finds the last entry of an act; null when there is none.</summary>
    public AuditEntry? FindAct(string act) =>
        Locked(() => _unwritten.Acts.GetValueOrDefault(act)) ?? view.Read(database => ViewFile.FindAct(database, act));

    /// <summary>Gives the length of an evidence file the journal vouches for; 0 when it knows none.</summary>
    public long EvidenceEnd(string file) => Locked(() => _files.GetValueOrDefault(file));

    /// <summary>Lists the evidence files the journal knows.</summary>
    public IReadOnlyDictionary<string, long> ListEvidence() => Locked(() => new Dictionary<string, long>(_files));

    private static List<Delivery> Merge(IReadOnlyList<Delivery> written, List<Delivery> unwritten)
    {
        var found = written.ToDictionary(delivery => delivery.Alert.Id);
        unwritten.ForEach(delivery => found[delivery.Alert.Id] = delivery);
        return [.. found.Values.OrderBy(delivery => delivery.Alert.CreatedAt).ThenBy(delivery => delivery.Alert.DueAt).ThenBy(delivery => delivery.Alert.Id, StringComparer.Ordinal)];
    }

    /// <summary>Taken before the view is read: what is written in between is then found in both, never in neither.</summary>
    private List<T> Unwritten<T>(Func<Changes, IEnumerable<T>> select) => Locked(() => select(_unwritten).ToList());

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
