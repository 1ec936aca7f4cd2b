using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.TestKit;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Health;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Ledger;

public sealed class LedgerKeeperTests
{
    private FakeTimeProvider _time = null!;
    private ConfigFolder _config = null!;
    private ConfigurationInForce _inForce = null!;
    private ServiceProvider _http = null!;
    private EmbeddedStore _store = null!;

    [SetUp]
    public async Task SetUp()
    {
        _time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 30, 0, TimeSpan.Zero));
        _config = new ConfigFolder();
        _inForce = new ConfigurationInForce(_config.Good(), [], _time.GetUtcNow());
        _http = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        _store = await OpenAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _store.DisposeAsync();
        await _http.DisposeAsync();
        _config.Dispose();
    }

    [Test]
    public async Task A_stage_that_loses_a_document_is_named_in_an_alarm_and_in_the_health()
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        await CrawlAsync(book, new LosingSink(book, loses: 1));
        await keeper.SaveAsync(open: true, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(41));

        await keeper.JudgeAsync(CancellationToken.None);
        await keeper.JudgeAsync(CancellationToken.None);

        var alerts = await _store.ListDueAsync(_time.GetUtcNow(), 10, CancellationToken.None);
        var findings = await new LedgerCheck(keeper).LookAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(alerts.Select(d => d.Alert.Subject), Is.EqualTo(new[] { "【系统告警】舆情监测账目不平" }));
            Assert.That(alerts[0].Alert.Text, Does.Contain("信源 town 环节“交接”：进 1，出 0，少 1"));
            Assert.That(findings.Single().Text, Does.Contain("交接"));
        });
    }

    [Test]
    public async Task A_whole_hour_adds_up_and_is_shown()
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        await CrawlAsync(book, new LosingSink(book, loses: 0));
        await keeper.SaveAsync(open: true, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(41));

        await keeper.JudgeAsync(CancellationToken.None);

        var hour = (await new LedgerView(_store).ListAsync(_time.GetUtcNow().AddHours(-2), _time.GetUtcNow(), CancellationToken.None)).Single();
        Assert.That(hour.State, Is.EqualTo("balanced"), hour.Why);
        Assert.That(hour.Sources.Single().Counts, Does.ContainKey("asked").WithValue(2).And.ContainKey("read").WithValue(2).And.ContainKey("handed").WithValue(1).And.ContainKey("document.irrelevant").WithValue(1));
        Assert.That(await _store.ListDueAsync(_time.GetUtcNow(), 10, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task A_kill_between_journal_and_ledger_alarms_nobody_and_its_hours_are_marked()
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        book.Asked("town", _time.GetUtcNow());
        await keeper.SaveAsync(open: true, CancellationToken.None);
        await _store.KeepAsync(new Kept { At = _time.GetUtcNow(), Document = Kept("d1") }, CancellationToken.None);

        // The process dies here: what was kept is in the journal, and in no count.
        var after = new LedgerBook();
        var next = Keeper(after);
        await next.LoadAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(41));
        await next.JudgeAsync(CancellationToken.None);

        var hour = (await new LedgerView(_store).ListAsync(_time.GetUtcNow().AddHours(-2), _time.GetUtcNow(), CancellationToken.None))[0];
        Assert.That(next.Differences, Is.Empty);
        Assert.That((hour.State, hour.Interrupted), Is.EqualTo(("balanced", (bool?)true)));
        Assert.That(hour.Sources.Single().Counts["cut"], Is.EqualTo(1));
    }

    [Test]
    public async Task A_document_the_journal_lost_is_told_after_a_kill_too()
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        var tally = new PageTally(1) { IsWhole = true };
        tally.Add(DocumentOutcome.Opened);
        tally.Keep();
        book.Taken("town", _time.GetUtcNow(), tally);
        book.Reported("town", _time.GetUtcNow());
        await keeper.SaveAsync(open: true, CancellationToken.None);
        var next = Keeper(new LedgerBook());
        await next.LoadAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(41));

        await next.JudgeAsync(CancellationToken.None);

        Assert.That(next.Differences.Single().Text, Is.EqualTo("信源 town 环节“入库”：进 1，出 0，少 1"));
    }

    [Test]
    public async Task A_document_that_failed_and_came_by_a_new_page_and_by_a_later_try_alarms_nobody()
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        var failed = Kept("d1") with { Outcome = DocumentOutcome.Failed, FailedAt = _time.GetUtcNow() };
        await TakeAsync(book, failed);
        _time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(book, Kept("d1"));
        await _store.KeepAsync(new Kept { At = _time.GetUtcNow(), Document = Kept("d1") with { Document = failed.Document } }, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(41));

        await keeper.JudgeAsync(CancellationToken.None);

        Assert.That(keeper.Differences, Is.Empty);
        Assert.That(await _store.ListKeptAsync(DateTimeOffset.UnixEpoch, _time.GetUtcNow(), CancellationToken.None), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_verdict_removes_rows_older_than_ninety_days()
    {
        var old = new LedgerHour { Source = "town", Hour = LedgerBook.HourOf(_time.GetUtcNow().AddDays(-91)), Counts = new Dictionary<string, long> { ["asked"] = 1 } };
        await _store.SaveLedgerAsync([old, old with { Hour = old.Hour.AddDays(2) }], CancellationToken.None);
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        await TakeAsync(book, Kept("d1"));
        _time.Advance(TimeSpan.FromMinutes(41));

        await keeper.JudgeAsync(CancellationToken.None);

        var rows = await _store.ListLedgerAsync(old.Hour, old.Hour.AddDays(3), CancellationToken.None);
        Assert.That(rows.Select(row => row.Hour), Is.EqualTo(new[] { old.Hour.AddDays(2) }));
    }

    [Test]
    public async Task A_verdict_removes_more_old_rows_than_one_write_takes()
    {
        var old = new LedgerHour { Source = "town", Hour = LedgerBook.HourOf(_time.GetUtcNow().AddDays(-200)), Counts = new Dictionary<string, long> { ["asked"] = 1 } };
        await _store.SaveLedgerAsync([.. Enumerable.Range(0, 1200).Select(hour => old with { Hour = old.Hour.AddHours(hour) })], CancellationToken.None);
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        await TakeAsync(book, Kept("d1"));
        _time.Advance(TimeSpan.FromMinutes(41));

        await keeper.JudgeAsync(CancellationToken.None);

        Assert.That(await _store.ListLedgerAsync(old.Hour, old.Hour.AddHours(1200), CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task A_clock_set_forward_by_years_removes_nothing_until_it_has_stood_for_two_days()
    {
        var old = new LedgerHour { Source = "town", Hour = LedgerBook.HourOf(_time.GetUtcNow().AddDays(-1)), Counts = new Dictionary<string, long> { ["asked"] = 1 } };
        var before = Keeper(new LedgerBook());
        await before.LoadAsync(CancellationToken.None);
        await _store.SaveLedgerAsync([old], CancellationToken.None);
        await _store.SaveHoursAsync([new SourceHour { Source = "town", Hour = old.Hour }], CancellationToken.None);
        await before.SaveAsync(open: true, CancellationToken.None);

        _time.Advance(TimeSpan.FromDays(1000));
        await JudgeAnHourAsync(saves: false);
        await JudgeAnHourAsync(saves: true);
        await JudgeAnHourAsync(saves: true);
        var leapt = (await RowsAsync(), await HoursAsync());
        _time.Advance(TimeSpan.FromDays(1.5));
        await JudgeAnHourAsync(saves: true);
        _time.Advance(TimeSpan.FromDays(1.5));
        await JudgeAnHourAsync(saves: true);

        Assert.That(leapt, Is.EqualTo((1, 1)));
        Assert.That((await RowsAsync(), await HoursAsync()), Is.EqualTo((0, 0)), "it is the time, then");

        async Task<int> RowsAsync() => (await _store.ListLedgerAsync(old.Hour, old.Hour.AddHours(1), CancellationToken.None)).Count;

        async Task<int> HoursAsync() => (await _store.ListHoursAsync(old.Hour, old.Hour.AddHours(1), CancellationToken.None)).Count;
    }

    [Test]
    public async Task A_clean_stop_marks_nothing()
    {
        var keeper = Keeper(new LedgerBook());
        await keeper.LoadAsync(CancellationToken.None);
        await keeper.SaveAsync(open: true, CancellationToken.None);
        await keeper.StopAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(1));

        await Keeper(new LedgerBook()).LoadAsync(CancellationToken.None);

        // The very first hour begins in its middle.
        var marked = await _store.ListLedgerAsync(_time.GetUtcNow().AddHours(-2), _time.GetUtcNow().AddHours(2), CancellationToken.None);
        Assert.That(marked.Select(row => row.Hour.Hour), Is.EqualTo(new[] { 2 }));
    }

    private async Task CrawlAsync(LedgerBook book, IPageSink sink)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Set("/feed", Answer.Xml($"<rss version=\"2.0\"><channel><title>t</title><item><title>一条普通的帖子标题</title><link>{site.Root}news/1.html</link></item></channel></rss>"));
        site.Set("/news/1.html", Answer.Html("<html><head><title>一条普通的帖子标题</title></head><body><h1>一条普通的帖子标题</h1><div class=\"content\"><p>今天天气很好，大家都到河边去散步，河边的花开了，孩子们在草地上放风筝，老人们坐在树下聊天。</p></div></body></html>"));
        var options = new CrawlingOptions { Delay = TimeSpan.Zero, AllowAddresses = ["127.0.0.0/8"], Sources = [new Source { Id = "town", Name = "镇", Kind = SourceKind.Feed, Start = [new Uri(site.Root, "feed")], Delay = TimeSpan.Zero }] };
        using var crawler = new Crawler(new Fixed<CrawlingOptions>(options), _store, _store, _store, new PageReader(), sink, _time, NullLogger<Crawler>.Instance, book);
        await crawler.CrawlOnceAsync(["town"], CancellationToken.None);
    }

    private LedgerKeeper Keeper(LedgerBook book)
    {
        var rack = new ChannelRack(new Fixed<AlertsOptions>(_inForce.Current.Alerts), new Fixed<ContactBook>(_inForce.Current.Contacts), _http.GetRequiredService<IHttpClientFactory>(), _time, NullLogger<ChannelRack>.Instance);
        var context = new AlertContext(_store, _inForce, new IncidentTime(_time));
        var other = new OtherChannel(_store, context, new Fixed<AlertsOptions>(_inForce.Current.Alerts), new Fixed<EscalationPolicy>(_inForce.Current.Escalation), new Fixed<ContactBook>(_inForce.Current.Contacts), _time, NullLogger<OtherChannel>.Instance);
        var dispatcher = new OutboxDispatcher(_store, rack, other, context, new Fixed<EscalationPolicy>(_inForce.Current.Escalation), new Fixed<AlertsOptions>(_inForce.Current.Alerts), new Fixed<ContactBook>(_inForce.Current.Contacts), _time, NullLogger<OutboxDispatcher>.Instance);
        var alarms = new SelfAlarmDesk(_store, dispatcher, _inForce, _time, NullLogger<SelfAlarmDesk>.Instance);
        return new LedgerKeeper(book, _store, alarms, _inForce, _time, NullLogger<LedgerKeeper>.Instance);
    }

    /// <summary>A start, a document, and the verdict on its hour.</summary>
    private async Task JudgeAnHourAsync(bool saves)
    {
        var book = new LedgerBook();
        var keeper = Keeper(book);
        await keeper.LoadAsync(CancellationToken.None);
        await TakeAsync(book, Kept("d1"));
        if (saves)
        {
            await keeper.SaveAsync(open: true, CancellationToken.None);
        }

        _time.Advance(TimeSpan.FromMinutes(71));
        await keeper.JudgeAsync(CancellationToken.None);
    }

    /// <summary>One document on a page of its own, taken and kept.</summary>
    private async Task TakeAsync(LedgerBook book, KeptDocument kept)
    {
        var tally = new PageTally(1) { IsWhole = true };
        tally.Add(kept.Outcome);
        if (kept.Outcome != DocumentOutcome.Failed)
        {
            tally.Keep();
        }

        book.Taken("town", kept.Document.FetchedAt!.Value, tally);
        book.Reported("town", kept.Document.FetchedAt!.Value);
        await _store.KeepAsync(new Kept { At = _time.GetUtcNow(), Document = kept }, CancellationToken.None);
    }

    private Task<EmbeddedStore> OpenAsync() => EmbeddedStore.OpenAsync(Path.Combine(_config.Root, "data"), _time, NullLoggerFactory.Instance, CancellationToken.None);

    private KeptDocument Kept(string id) => new()
    {
        Document = new Document { Id = id, Text = "文", Site = "town", FetchedAt = _time.GetUtcNow() },
        Analysis = new Analysis { Id = id, LexiconVersion = "v" },
        Outcome = DocumentOutcome.OutOfArea,
    };

    /// <summary>Stands where the pipeline stands, and loses documents before it counts them.</summary>
    private sealed class LosingSink(LedgerBook book, int loses) : IPageSink
    {
        public Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
        {
            var tally = new PageTally(page.Documents.Count - loses) { IsWhole = true };
            for (var document = 0; document < tally.Documents; document++)
            {
                tally.Add(DocumentOutcome.Irrelevant);
            }

            book.Taken(page.Source.Id, page.Page.FetchedAt, tally);
            return Task.FromResult(PageReception.Nothing);
        }

        public Task RecordAsync(PageChange change, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
