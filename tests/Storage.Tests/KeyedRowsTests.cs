using LiteDB;
using OpinionWatch.Storage.LiteDb;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class KeyedRowsTests
{
    [Test]
    public void Keys_whose_ids_meet_are_kept_apart_also_after_one_is_removed()
    {
        using var database = new LiteDatabase(new MemoryStream());
        var rows = new KeyedRows(database.GetCollection("rows"), key => new KeyHash(long.MaxValue, key[0]));
        Put(rows, "a", "b", "c");

        rows.Remove("a");
        rows.Remove("never");
        var before = new[] { Read(rows, "a"), Read(rows, "b"), Read(rows, "c") };
        Put(rows, "d", "b");
        rows.Remove("c");

        Assert.That(before, Is.EqualTo(new[] { null, "b", "c" }));
        Assert.That(new[] { Read(rows, "b"), Read(rows, "c"), Read(rows, "d") }, Is.EqualTo(new[] { "b", null, "d" }));
        Assert.That(database.GetCollection("rows").LongCount(), Is.EqualTo(2));
    }

    [Test]
    public void A_hash_is_the_same_for_ever()
    {
        Assert.That(KeyHash.Of("").Id, Is.EqualTo(0x141CFC9842C4B0E3L), "first bytes of the SHA-256 of nothing, little-endian");
    }

    private static void Put(KeyedRows rows, params string[] keys)
    {
        foreach (var key in keys)
        {
            rows.Put(key, new BsonDocument { ["v"] = key });
        }
    }

    private static string? Read(KeyedRows rows, string key) => rows.Find(key)?["v"].AsString;
}
