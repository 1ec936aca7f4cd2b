using System.Collections.Immutable;
using LiteDB;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>The view's rows: incidents, deliveries, acts, lengths of evidence files, and the journal position all of it reflects.</summary>
internal static class ViewFile
{
    private const string Meta = "meta";
    private const string Incidents = "incidents";
    private const string Parts = "parts";
    private const string Deliveries = "deliveries";
    private const string Acts = "acts";
    private const string Files = "files";
    private const string Months = "months";
    private const int PartDocuments = 64;
    private const int DeadLimit = 1000;
    private const int Pending = 0;
    private const int Done = 1;
    private const int Dead = 2;

    /// <summary>Makes the indexes.</summary>
    public static void Prepare(LiteDatabase database)
    {
        database.GetCollection(Incidents).EnsureIndex("e", "$.e");
        database.GetCollection(Deliveries).EnsureIndex("s", "$.s");
        database.GetCollection(Deliveries).EnsureIndex("i", "$.i");
        database.GetCollection(Deliveries).EnsureIndex("t", "$.t");
        database.GetCollection(Deliveries).EnsureIndex("k", "$.k");
    }

    /// <summary>Gives the position the view reflects.</summary>
    public static JournalPosition Position(LiteDatabase database) =>
        database.GetCollection(Meta).FindById(1) is { } row ? Payload.Read<JournalPosition>(row) : JournalPosition.Start;

    /// <summary>Writes what changed and the position it leads to; the caller holds the transaction.</summary>
    public static void Put(LiteDatabase database, Changes changes, JournalPosition position)
    {
        foreach (var (id, incident) in changes.Incidents)
        {
            PutIncident(database, id, incident);
        }

        var deliveries = new KeyedRows(database, Deliveries);
        foreach (var (id, delivery) in changes.Deliveries)
        {
            deliveries.Put(id, Row(delivery));
        }

        var acts = new KeyedRows(database, Acts);
        foreach (var (act, entry) in changes.Acts)
        {
            acts.Put(act, Payload.Row(entry));
        }

        var files = new KeyedRows(database, Files);
        foreach (var file in changes.Files)
        {
            files.Put(file.Key, Payload.Row(file));
        }

        var months = new KeyedRows(database, Months);
        foreach (var month in changes.Documents.Values.Select(document => DocumentFiles.NameOf(document.At)).Distinct())
        {
            months.Put(month, Payload.Row(month));
        }

        var meta = Payload.Row(position);
        meta["_id"] = 1;
        database.GetCollection(Meta).Upsert(meta);
    }

    /// <summary>Lists the months that have a file of documents.</summary>
    public static IReadOnlyList<string> ListMonths(LiteDatabase database) => [.. database.GetCollection(Months).FindAll().Where(row => row.ContainsKey("p")).Select(Payload.Read<string>)];

    /// <summary>Forgets months whose file retention removed.</summary>
    public static void ForgetMonths(LiteDatabase database, IReadOnlyList<string> months)
    {
        var rows = new KeyedRows(database, Months);
        foreach (var month in months)
        {
            rows.Remove(month);
        }
    }

    /// <summary>Finds an incident; null when there is none.</summary>
    public static Incident? FindIncident(LiteDatabase database, string id) =>
        new KeyedRows(database, Incidents).Find(id) is { } row ? Whole(database, row) : null;

    /// <summary>Lists incidents that are live or ended after an instant.</summary>
    public static IReadOnlyList<Incident> ListIncidents(LiteDatabase database, DateTimeOffset endedAfter) =>
        [.. database.GetCollection(Incidents).Find(Query.GT("$.e", endedAfter.UtcTicks)).ToList().Select(row => Whole(database, row))];

    /// <summary>Finds a delivery; null when there is none.</summary>
    public static Delivery? FindDelivery(LiteDatabase database, string id) =>
        new KeyedRows(database, Deliveries).Find(id) is { } row ? Payload.Read<Delivery>(row) : null;

    /// <summary>Lists deliveries of an incident.</summary>
    public static IReadOnlyList<Delivery> ListDeliveries(LiteDatabase database, string incidentId) =>
        [.. database.GetCollection(Deliveries).Find(Query.EQ("$.i", KeyHash.Of(incidentId).Id)).Select(Payload.Read<Delivery>).Where(d => d.Alert.IncidentId == incidentId)];

    /// <summary>Lists deliveries not done with.</summary>
    public static IReadOnlyList<Delivery> ListPending(LiteDatabase database) => List(database, Query.EQ("$.s", Pending), int.MaxValue);

    /// <summary>Lists dead letters, at most a thousand.</summary>
    public static IReadOnlyList<Delivery> ListDead(LiteDatabase database) => List(database, Query.EQ("$.s", Dead), DeadLimit);

    /// <summary>Lists deliveries handed over since an instant.</summary>
    public static IReadOnlyList<Delivery> ListSent(LiteDatabase database, DateTimeOffset since) => List(database, Query.GTE("$.t", since.UtcTicks), int.MaxValue);

    /// <summary>Lists deliveries put into the outbox in a period.</summary>
    public static IReadOnlyList<DeliveryTrace> ListCreated(LiteDatabase database, DateTimeOffset from, DateTimeOffset to) =>
        [.. database.GetCollection(Deliveries)
            .Find(Query.And(Query.GTE("$.k", from.UtcTicks), Query.LT("$.k", to.UtcTicks)))
            .Select(row => DeliveryTrace.Of(Payload.Read<Delivery>(row)))];

    /// <summary>Finds the last entry of an act; null when there is none.</summary>
    public static AuditEntry? FindAct(LiteDatabase database, string act) =>
        new KeyedRows(database, Acts).Find(act) is { } row ? Payload.Read<AuditEntry>(row) : null;

    /// <summary>Lists the known lengths of evidence files.</summary>
    public static IReadOnlyDictionary<string, long> ListFiles(LiteDatabase database) =>
        database.GetCollection(Files).FindAll().Select(Payload.Read<KeyValuePair<string, long>>).ToDictionary(file => file.Key, file => file.Value);

    private static List<Delivery> List(LiteDatabase database, BsonExpression which, int limit) =>
        [.. database.GetCollection(Deliveries).Find(which, 0, limit).Select(Payload.Read<Delivery>)];

    private static BsonDocument Row(Delivery delivery)
    {
        var row = Payload.Row(delivery);
        row["s"] = delivery.State switch
        {
            DeliveryState.Dead => Dead,
            DeliveryState.Sent or DeliveryState.Delivered => Done,
            _ => Pending,
        };
        row["i"] = KeyHash.Of(delivery.Alert.IncidentId).Id;
        row["t"] = delivery.SentAt?.UtcTicks ?? 0L;
        row["k"] = delivery.Alert.CreatedAt.UtcTicks;
        return row;
    }

    /// <summary>An incident's documents stand in parts beside it: a join writes its last part anew, not ten thousand documents.</summary>
    private static void PutIncident(LiteDatabase database, string id, StoredIncident stored)
    {
        var incident = stored.Incident;
        var incidents = new KeyedRows(database, Incidents);
        var parts = new KeyedRows(database, Parts);
        var known = incidents.Find(id) is { } before ? before["n"].AsInt32 : 0;
        var first = stored.Whole || known > incident.Documents.Count ? 0 : known / PartDocuments;
        var count = incident.Documents.Count;
        for (var part = first; part * PartDocuments < count; part++)
        {
            var length = Math.Min(PartDocuments, count - (part * PartDocuments));
            parts.Put(PartKey(id, part), Payload.Row<IReadOnlyList<IncidentDocument>>(incident.Documents.GetRange(part * PartDocuments, length)));
        }

        for (var part = PartCount(count); part < PartCount(known); part++)
        {
            parts.Remove(PartKey(id, part));
        }

        var row = Payload.Row(incident with { Documents = [] });
        row["e"] = incident.IsLive ? long.MaxValue : incident.EndedAt?.UtcTicks ?? 0L;
        row["n"] = count;
        incidents.Put(id, row);
    }

    private static Incident Whole(LiteDatabase database, BsonDocument row)
    {
        var incident = Payload.Read<Incident>(row);
        var parts = new KeyedRows(database, Parts);
        var documents = ImmutableList.CreateBuilder<IncidentDocument>();
        for (var part = 0; part < PartCount(row["n"].AsInt32); part++)
        {
            var stored = parts.Find(PartKey(incident.Id, part)) ?? throw new InvalidDataException($"Part {part} of an incident is missing.");
            documents.AddRange(Payload.Read<IReadOnlyList<IncidentDocument>>(stored));
        }

        return incident with { Documents = documents.ToImmutable() };
    }

    private static int PartCount(int documents) => (documents + PartDocuments - 1) / PartDocuments;

    private static string PartKey(string id, int part) => $"{part}/{id}";
}
