using LiteDB;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>A collection addressed by string keys over 64-bit ids; two keys whose ids meet stand in neighbouring ids.</summary>
internal sealed class KeyedRows(ILiteCollection<BsonDocument> rows, Func<string, KeyHash> hash)
{
    private const string Check = "c";

    /// <summary>The rows under a collection's name.</summary>
    public KeyedRows(LiteDatabase database, string name)
        : this(database.GetCollection(name), KeyHash.Of)
    {
    }

    /// <summary>Finds the row of a key; null when there is none.</summary>
    public BsonDocument? Find(string key)
    {
        var wanted = hash(key);
        for (var id = wanted.Id; ; id = unchecked(id + 1))
        {
            var row = rows.FindById(id);
            if (row is null || Is(row, wanted))
            {
                return row;
            }
        }
    }

    /// <summary>Adds or replaces the row of a key.</summary>
    public void Put(string key, BsonDocument row)
    {
        var wanted = hash(key);
        row["_id"] = FindSlot(wanted);
        row[Check] = wanted.Check;
        rows.Upsert(row);
    }

    /// <summary>Removes the row of a key, if there is one.</summary>
    public void Remove(string key)
    {
        if (Find(key) is not { } row)
        {
            return;
        }

        var id = row["_id"].AsInt64;
        if (rows.FindById(unchecked(id + 1)) is null)
        {
            rows.Delete(id);
        }
        else
        {
            // A neighbour may have been pushed on by this row: leave a mark, so that it is still found.
            rows.Update(new BsonDocument { ["_id"] = id });
        }
    }

    private long FindSlot(KeyHash wanted)
    {
        long? free = null;
        for (var id = wanted.Id; ; id = unchecked(id + 1))
        {
            var row = rows.FindById(id);
            if (row is null)
            {
                return free ?? id;
            }

            if (Is(row, wanted))
            {
                return id;
            }

            free ??= row.ContainsKey(Check) ? null : id;
        }
    }

    private static bool Is(BsonDocument row, KeyHash wanted) => row.TryGetValue(Check, out var check) && check.IsInt64 && check.AsInt64 == wanted.Check;
}
