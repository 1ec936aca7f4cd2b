using LiteDB;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Storage.LiteDb;

namespace OpinionWatch.Storage.Tests;

/// <summary>What the ledger keeps in the store, and what it asks of it.</summary>
public sealed class LedgerRowsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Hour = new(Samples.Now.UtcTicks - (Samples.Now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    [Test]
    public async Task Rows_are_replaced_by_source_and_hour_and_outlive_the_process()
    {
        using var folder = new DataFolder();
        await using (var store = await folder.OpenAsync())
        {
            await store.SaveLedgerAsync([Row("a", 0, 1), Row("b", 0, 2), Row("a", 1, 3)], None);
            await store.SaveLedgerAsync([Row("a", 0, 4)], None);
        }

        await using var again = await folder.OpenAsync();
        var rows = await again.ListLedgerAsync(Hour, Hour.AddHours(2), None);

        Assert.That(rows.Select(row => (row.Source, row.Hour, row.Counts["asked"])), Is.EqualTo(new[] { ("a", Hour, 4L), ("b", Hour, 2L), ("a", Hour.AddHours(1), 3L) }));
        Assert.That(await again.ListLedgerAsync(Hour.AddHours(1), Hour.AddHours(1), None), Is.Empty);
    }

    [Test]
    public async Task Old_rows_and_hours_are_removed_and_the_row_of_the_run_stays()
    {
        using var folder = new DataFolder();
        await using var store = await folder.OpenAsync();
        await store.SaveLedgerAsync([Row("a", -3, 1), Row("b", -2, 2), Row("a", 0, 3), Row("_run", 0, 4) with { Hour = DateTimeOffset.UnixEpoch }], None);
        await store.SaveHoursAsync([Coverage(-3), Coverage(0)], None);

        await store.ForgetLedgerAsync(Hour.AddHours(-1), Hour.AddHours(-2), None);

        var rows = await store.ListLedgerAsync(DateTimeOffset.UnixEpoch, Hour.AddHours(1), None);
        var hours = await store.ListHoursAsync(DateTimeOffset.UnixEpoch, Hour.AddHours(1), None);
        Assert.That(rows.Select(row => (row.Source, row.Hour)), Is.EqualTo(new[] { ("_run", DateTimeOffset.UnixEpoch), ("a", Hour) }));
        Assert.That(hours.Select(row => row.Hour), Is.EqualTo(new[] { Hour }));
    }

    [Test]
    public async Task Of_many_old_rows_some_hundreds_are_removed_at_once()
    {
        using var folder = new DataFolder();
        await using var store = await folder.OpenAsync();
        await store.SaveLedgerAsync([Row("a", 0, 1), .. Enumerable.Range(1, 600).Select(age => Row("a", -age, 1))], None);

        var first = await store.ForgetLedgerAsync(Hour, Hour, None);
        var second = await store.ForgetLedgerAsync(Hour, Hour, None);
        var third = await store.ForgetLedgerAsync(Hour, Hour, None);

        Assert.That(first, Is.InRange(100, 599));
        Assert.That((first + second, third), Is.EqualTo((600, 0)));
    }

    [Test]
    public void What_is_old_is_one_range_of_the_index_and_no_other_row_is_read()
    {
        using var database = new LiteDatabase(new MemoryStream());
        FrontierFile.Prepare(database);
        FrontierFile.Put(database, [Row("a", 0, 1)]);

        var plan = database.GetCollection("ledger").Query().Where(FrontierFile.IsOld(Hour)).GetPlan();

        Assert.That(plan["index"]["mode"].AsString, Does.StartWith("INDEX RANGE SCAN"), plan.ToString());
        Assert.That(plan["filters"].IsNull, plan.ToString());
    }

    [Test]
    public async Task Documents_and_deliveries_are_traced_whether_the_view_has_them_or_not()
    {
        using var folder = new DataFolder();
        var now = Samples.Now;
        var opened = Samples.Opened("i1");
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(opened, None);
            Assert.That(await TracesAsync(store), Is.EqualTo((Documents(opened), opened.Alerts.Count)), "not in the view yet, or just now");
        }

        await using var again = await folder.OpenAsync();

        Assert.That(await TracesAsync(again), Is.EqualTo((Documents(opened), opened.Alerts.Count)), "in the view");

        async Task<(int, int)> TracesAsync(EmbeddedStore store) =>
            ((await store.ListKeptAsync(now.AddDays(-1), now.AddDays(1), None)).Count, (await store.ListCreatedAsync(now.AddDays(-1), now.AddDays(1), None)).Count);
    }

    private static int Documents(Kept kept) => kept.Document is null ? 0 : 1;

    private static SourceHour Coverage(int hour) => new() { Source = "a", Hour = Hour.AddHours(hour) };

    private static LedgerHour Row(string source, int hour, long count) => new() { Source = source, Hour = Hour.AddHours(hour), Counts = new Dictionary<string, long> { ["asked"] = count } };
}
