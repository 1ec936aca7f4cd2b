using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class DamageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Ids = [.. Enumerable.Range(0, 60).Select(i => $"i{i}")];

    private static IEnumerable<TestCaseData> Damages()
    {
        yield return Case("view_missing", f => File.Delete(f.View), null);
        yield return Case("view_overwritten", f => File.WriteAllBytes(f.View, new byte[100_000]), 1506);
        yield return Case("view_cut_off", f => Cut(f.View), 1506);
        yield return Case("view_with_changed_bytes", f => Scramble(f.View), 1506);
        yield return Case("view_of_text", f => File.WriteAllText(f.View, "这不是数据库"), null);
        yield return Case("documents_missing", f => File.Delete(f.In("litedb", "documents-2026-11.db")), 1506);
        yield return Case("documents_with_changed_bytes", f => Scramble(f.In("litedb", "documents-2026-11.db")), 1506);
        yield return Case("litedb_folder_but_the_frontier_missing", f => Directory.EnumerateFiles(f.In("litedb")).Where(x => !x.Contains("frontier")).ToList().ForEach(File.Delete), null);
    }

    [TestCaseSource(nameof(Damages))]
    public async Task A_damaged_view_is_rebuilt_from_the_journal_and_said(Action<DataFolder> damage, int? logged)
    {
        using var folder = new DataFolder();
        var before = await FillAsync(folder);
        damage(folder);

        await using var store = await folder.OpenAsync();

        Assert.That(await DataFolder.DescribeAsync(store, Ids), Is.EqualTo(before));
        if (logged is { } number)
        {
            Assert.That(folder.Logged, Does.Contain(number));
        }
    }

    [Test]
    public async Task An_index_chain_that_loops_is_rebuilt_though_every_row_can_be_read()
    {
        using var folder = new DataFolder();
        await FillAsync(folder);
        LoopChains(folder.View);

        await using (var store = await folder.OpenAsync())
        {
            await store.RecordAsync([.. Ids.Select(id => Samples.Outcome($"{id}-a", DeliveryState.Sent))], None);
        }

        await using var again = await folder.OpenAsync();
        Assert.That((await again.ListDeliveriesAsync("i7", None)).Select(delivery => delivery.State), Is.EqualTo(new[] { DeliveryState.Sent }));
        Assert.That(folder.Logged, Does.Contain(1506));
    }

    [Test]
    public async Task A_damaged_frontier_begins_empty_and_is_said_loudly()
    {
        using var folder = new DataFolder();
        await FillAsync(folder);
        await File.WriteAllBytesAsync(folder.In("litedb", "frontier.db"), new byte[50_000]);

        await using var store = await folder.OpenAsync();

        Assert.That(await store.ListEntriesAsync(None), Is.Empty);
        await store.SaveAsync(new FrontierChange { Put = [Samples.Entry("new")] }, None);
        Assert.That(await store.ListEntriesAsync(None), Has.Count.EqualTo(1));
        Assert.That(folder.Logged, Does.Contain(1508));
    }

    [Test]
    public async Task A_second_process_is_told_so_and_harms_nothing()
    {
        using var folder = new DataFolder();
        await using var store = await folder.OpenAsync();

        await Assert.ThrowsAsync<StoreInUseException>(async () => await folder.OpenAsync());

        await store.KeepAsync(Samples.Opened("i1"), None);
        Assert.That(await store.FindIncidentAsync("i1", None), Is.Not.Null);
    }

    [Test]
    public async Task A_broken_journal_is_named_when_the_view_must_be_rebuilt_from_it()
    {
        using var folder = new DataFolder();
        await FillAsync(folder);
        var bytes = await File.ReadAllBytesAsync(folder.Segment(1));
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(folder.Segment(1), bytes);
        File.Delete(folder.View);

        var thrown = await Assert.ThrowsAsync<JournalBrokenException>(async () => await folder.OpenAsync());

        Assert.That(thrown!.Message, Is.EqualTo("00000001.journal at byte 0: the check sum does not fit: bytes were changed"));
    }

    [Test]
    public async Task A_broken_record_of_long_ago_does_not_keep_the_service_from_starting()
    {
        using var folder = new DataFolder();
        var before = await FillAsync(folder);
        var bytes = await File.ReadAllBytesAsync(folder.Segment(1));
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(folder.Segment(1), bytes);

        await using var store = await folder.OpenAsync();

        Assert.That(await DataFolder.DescribeAsync(store, Ids), Is.EqualTo(before));
        Assert.That(folder.Verify().Fault, Does.StartWith("00000001.journal at byte 0"));
    }

    [Test]
    public async Task Retention_removes_documents_of_whole_months_and_nothing_else()
    {
        using var folder = new DataFolder();
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(new Kept { At = Samples.Now.AddMonths(-2), Document = Samples.Document("old") }, None);
            await store.KeepAsync(Samples.Opened("i1"), None);
        }

        await using (var store = await folder.OpenAsync())
        {
            await store.PurgeDocumentsAsync(Samples.Now, None);
        }

        await using (var store = await folder.OpenAsync())
        {
            var documents = await store.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10, None);
            Assert.That(documents.Select(d => d.Document.Id), Is.EqualTo(new[] { "i1-0" }));
            Assert.That(folder.Logged, Does.Contain(1515).And.Not.Contain(1506));
        }
    }

    private static TestCaseData Case(string name, Action<DataFolder> damage, int? logged) =>
        new TestCaseData(damage, logged).SetName($"A_store_recovers_from_{name}");

    private static async Task<string> FillAsync(DataFolder folder)
    {
        await using var store = await folder.OpenAsync();
        await Task.WhenAll(Ids.Select(id => store.KeepAsync(Samples.Opened(id), None)));
        await store.RecordAsync([Samples.Outcome("i1-a", DeliveryState.Sent), Samples.Outcome("i2-a", DeliveryState.Dead)], None);
        await store.WriteAsync(new AuditEntry(Samples.Now, "system", "digest", "why"), None);
        await store.SaveAsync(new FrontierChange { Put = [Samples.Entry("a")] }, None);
        return await DataFolder.DescribeAsync(store, Ids);
    }

    /// <summary>Makes each index node its own neighbour: LiteDB 5 keeps at byte 7 of a node where the same document's next node lies, and the nodes' places in a table at the end of an index page (kind 3).</summary>
    private static void LoopChains(string file)
    {
        const int pageBytes = 8192;
        var bytes = File.ReadAllBytes(file);
        for (var page = pageBytes; page < bytes.Length; page += pageBytes)
        {
            for (var slot = 0; bytes[page + 4] == 3 && slot <= bytes[page + 30]; slot++)
            {
                var place = BitConverter.ToUInt16(bytes, page + pageBytes - ((slot + 1) * 4) + 2);
                if (place > 0)
                {
                    bytes.AsSpan(page, 4).CopyTo(bytes.AsSpan(page + place + 7));
                    bytes[page + place + 11] = (byte)slot;
                }
            }
        }

        File.WriteAllBytes(file, bytes);
    }

    private static void Cut(string file)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength(stream.Length / 2);
    }

    /// <summary>Changes bytes in the middle of every page but the first.</summary>
    private static void Scramble(string file)
    {
        var bytes = File.ReadAllBytes(file);
        for (var at = 8192 + 2000; at < bytes.Length - 64; at += 8192)
        {
            bytes.AsSpan(at, 64).Fill(0x5A);
        }

        File.WriteAllBytes(file, bytes);
    }
}
