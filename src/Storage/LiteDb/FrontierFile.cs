using LiteDB;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Ledger;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>The frontier's rows: entries, marks, hours. They are in no journal, so this file is never rebuilt.</summary>
internal static class FrontierFile
{
    private const string Entries = "entries";
    private const string Marks = "marks";
    private const string Hours = "hours";
    private const string Hosts = "hosts";
    private const string Ledger = "ledger";
    private const string At = "t";
    private const string Mark = "m";
    private const int MostForgotten = 500;

    /// <summary>Makes the indexes.</summary>
    public static void Prepare(LiteDatabase database)
    {
        database.GetCollection(Hours).EnsureIndex(At, "$.t");
        database.GetCollection(Ledger).EnsureIndex(At, "$.t");
    }

    /// <summary>Writes a change; the caller holds the transaction.</summary>
    public static void Put(LiteDatabase database, FrontierChange change)
    {
        var entries = new KeyedRows(database, Entries);
        foreach (var entry in change.Put)
        {
            entries.Put(entry.Key, Payload.Row(entry));
        }

        foreach (var key in change.Remove)
        {
            entries.Remove(key);
        }

        var marks = new KeyedRows(database, Marks);
        foreach (var mark in change.Seen)
        {
            marks.Put(mark.Key, new BsonDocument { [Mark] = mark.Mark });
        }
    }

    /// <summary>Writes hours; the caller holds the transaction.</summary>
    public static void Put(LiteDatabase database, IReadOnlyList<SourceHour> hours)
    {
        var rows = new KeyedRows(database, Hours);
        foreach (var hour in hours)
        {
            var row = Payload.Row(hour);
            row[At] = hour.Hour.UtcTicks;
            rows.Put(KeyOf(hour.Source, hour.Hour), row);
        }
    }

    /// <summary>Writes rows of the ledger; the caller holds the transaction.</summary>
    public static void Put(LiteDatabase database, IReadOnlyList<LedgerHour> rows)
    {
        var ledger = new KeyedRows(database, Ledger);
        foreach (var hour in rows)
        {
            var row = Payload.Row(hour);
            row[At] = hour.Hour.UtcTicks;
            ledger.Put(KeyOf(hour.Source, hour.Hour), row);
        }
    }

    /// <summary>Removes old rows of the ledger and old hours of coverage, each some hundreds at most; the caller holds the transaction. The row of the run, which stands at the beginning of time, stays.</summary>
    /// <returns>How many were removed.</returns>
    public static int Forget(LiteDatabase database, DateTimeOffset before, DateTimeOffset hoursBefore) =>
        Forget<LedgerHour>(database, Ledger, before, row => KeyOf(row.Source, row.Hour))
        + Forget<SourceHour>(database, Hours, hoursBefore, row => KeyOf(row.Source, row.Hour));

    /// <summary>Says which rows are old. One range of the index: of two conditions LiteDB would look up the first, and read all the rows there are to judge the second.</summary>
    public static BsonExpression IsOld(DateTimeOffset before) => Query.Between("$.t", DateTimeOffset.UnixEpoch.UtcTicks + 1, before.UtcTicks - 1);

    /// <summary>Lists the rows of the ledger of a period, in order of hour and source.</summary>
    public static IReadOnlyList<LedgerHour> ListLedger(LiteDatabase database, DateTimeOffset from, DateTimeOffset to) =>
        [.. database.GetCollection(Ledger)
            .Find(Query.And(Query.GTE("$.t", from.UtcTicks), Query.LT("$.t", to.UtcTicks)))
            .Select(Payload.Read<LedgerHour>)
            .OrderBy(row => row.Hour)
            .ThenBy(row => row.Source, StringComparer.Ordinal)];

    /// <summary>Writes what is known of hosts; the caller holds the transaction.</summary>
    public static void Put(LiteDatabase database, IReadOnlyList<HostMemory> hosts)
    {
        var rows = new KeyedRows(database, Hosts);
        foreach (var host in hosts)
        {
            if (host.HeldUntil is null && host.Robots is null)
            {
                rows.Remove(host.Key);
            }
            else
            {
                rows.Put(host.Key, Payload.Row(host));
            }
        }
    }

    /// <summary>Lists what is known of hosts.</summary>
    public static IReadOnlyList<HostMemory> ListHosts(LiteDatabase database) =>
        [.. database.GetCollection(Hosts).FindAll().Where(row => row.ContainsKey("p")).Select(Payload.Read<HostMemory>)];

    /// <summary>Lists all entries.</summary>
    public static IReadOnlyList<FrontierEntry> ListEntries(LiteDatabase database) =>
        [.. database.GetCollection(Entries).FindAll().Where(row => row.ContainsKey("p")).Select(Payload.Read<FrontierEntry>)];

    /// <summary>Finds the marks there are of some keys.</summary>
    public static IReadOnlyDictionary<string, long> FindMarks(LiteDatabase database, IReadOnlyList<string> keys)
    {
        var rows = new KeyedRows(database, Marks);
        var found = new Dictionary<string, long>();
        foreach (var key in keys)
        {
            if (rows.Find(key) is { } row)
            {
                found[key] = row[Mark].AsInt64;
            }
        }

        return found;
    }

    private static int Forget<T>(LiteDatabase database, string name, DateTimeOffset before, Func<T, string> keyOf)
    {
        // One by one and by their keys: rows whose ids meet are found through their neighbours.
        var rows = new KeyedRows(database, name);
        var old = database.GetCollection(name).Find(IsOld(before), 0, MostForgotten).Select(Payload.Read<T>).ToList();
        foreach (var row in old)
        {
            rows.Remove(keyOf(row));
        }

        return old.Count;
    }

    private static string KeyOf(string source, DateTimeOffset hour) => $"{source}\n{hour.UtcTicks}";

    /// <summary>Lists the hours of a period, in order of source and time.</summary>
    public static IReadOnlyList<SourceHour> ListHours(LiteDatabase database, DateTimeOffset from, DateTimeOffset to) =>
        [.. database.GetCollection(Hours)
            .Find(Query.And(Query.GTE("$.t", from.UtcTicks), Query.LT("$.t", to.UtcTicks)))
            .Select(Payload.Read<SourceHour>)
            .OrderBy(hour => hour.Source, StringComparer.Ordinal)
            .ThenBy(hour => hour.Hour)];
}
