using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Crawling.Tests.Extraction;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Traps;

/// <summary>Things that were asked for without end, or never again; each disaster by its name.</summary>
public sealed class LoopDisasterTests
{
    private FakeTimeProvider _clock = null!;
    private LoopbackSite _site = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync(time: _clock);
    }

    [TearDown]
    public async Task TearDown() => await _site.DisposeAsync();

    [TestCase("Set-Cookie: 名=值; Path=/")]
    [TestCase("Set-Cookie: name=v\u00e9\u00e8; Path=/")]
    [TestCase("ETag: \"\u00e9\u00ff\"")]
    [TestCase("Last-Modified: \u5468\u4e00")]
    public async Task A_header_that_is_no_ascii_does_not_fail_every_request_that_follows(string header)
    {
        var parts = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(header)).Split(": ");
        var visits = 0;
        _site.Set("/list", Answer.From(_ => Answer.Text($"/a{++visits}|甲", (parts[0], parts[1]))));
        _site.Otherwise = Answer.Text("一篇文章");
        await using var rig = new Rig(_clock);
        rig.Watch(Rig.SourceOf(_site) with { Cookies = true }).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(30));

        Assert.That(rig.Sink.Documents, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Seeing));
    }

    [Test]
    public void A_name_with_half_a_character_in_a_json_answer_hides_no_other_field()
    {
        const string Json = """{"\ud800":1,"data":[{"\ud801x":"甲","title":"甲村的路塌了","url":"/a.html"},{"title":"乙村的桥断了","\udc00":[],"url":"/b.html"}]}""";
        var page = Sample.Page(Json, "http://news.example.cn/api", contentType: "application/json");

        var guessed = Sample.List(page, SourceKind.Json);
        var configured = new PageReader().ReadList(page, Sample.Source with { Kind = SourceKind.Json, Json = new JsonPaths { Items = "data", Title = "title", Url = "url" } }, Sample.Zone);

        Assert.That(guessed.Items.Select(item => item.Title), Is.EqualTo(["甲村的路塌了", "乙村的桥断了"]));
        Assert.That(configured.Items.Select(item => item.Url.AbsolutePath), Is.EqualTo(["/a.html", "/b.html"]));
    }

    [Test]
    public async Task A_list_the_reader_breaks_on_is_named_in_health_and_not_asked_for_every_ten_seconds()
    {
        _site.Set("/list", Answer.Text("broken"));
        await using var rig = new Rig(_clock, new BreakingReader());
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30));

        Assert.That(rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Blind));
        Assert.That(rig.Crawler.Health()[0].Why, Does.Contain("程序出错"));
        Assert.That(_site.Count("/list"), Is.LessThan(10));
    }

    [Test]
    public async Task An_item_the_reader_breaks_on_becomes_a_document_of_what_its_list_says()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", Answer.Text("broken"));
        await using var rig = new Rig(_clock, new BreakingReader());
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => rig.Sink.Documents.Count == 1, most: 400);

        Assert.That(rig.Sink.Documents[0].Title, Is.EqualTo("甲村的路塌了"));
    }

    [TestCase(503, null)]
    [TestCase(503, "60")]
    [TestCase(429, null)]
    [TestCase(429, "3600")]
    public async Task An_item_that_is_put_off_for_ever_becomes_a_document_of_what_its_list_says(int status, string? after)
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", after is null ? Answer.With(status) : Answer.With(status, ("Retry-After", after)));
        await using var rig = new Rig(_clock);
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(60), () => rig.Sink.Documents.Count == 1 && rig.Store.Entries.All(entry => entry.Role != PageRole.Item), most: 24 * 60);

        Assert.That(rig.Sink.Documents.Select(document => document.Title), Is.EqualTo(["甲村的路塌了"]));
    }

    [Test]
    public async Task A_site_that_asks_for_less_for_an_hour_loses_no_item()
    {
        var held = true;
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", Answer.From(_ => held ? Answer.With(429) : Answer.Text("村民说路塌了")));
        await using var rig = new Rig(_clock);
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(2));
        held = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => rig.Sink.Documents.Count == 1, most: 200);

        Assert.That(rig.Sink.Documents[0].Text, Is.EqualTo("村民说路塌了"));
    }

    [Test]
    public async Task Parts_an_index_no_longer_names_are_not_asked_for_any_more()
    {
        var today = 1;
        _site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex>{string.Join("", Enumerable.Range(0, 3).Select(i => $"<sitemap><loc>{_site.Url($"/p{today * 10 + i}.xml")}</loc></sitemap>"))}</sitemapindex>")));
        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap }).Start();

        for (today = 1; today < 40; today++)
        {
            await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10));
        }

        Assert.That(rig.Store.Entries.Count(entry => EntryKey.IsPart(entry.Key)), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task A_part_that_is_gone_is_asked_for_a_few_times_and_then_rarely()
    {
        _site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex><sitemap><loc>{_site.Url("/gone.xml")}</loc></sitemap></sitemapindex>")));
        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap }).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(2), TimeSpan.FromDays(2));

        Assert.That(_site.Count("/gone.xml"), Is.InRange(5, 8));
    }

    [Test]
    public async Task An_index_with_ever_new_parts_that_never_ends_does_not_fill_the_frontier()
    {
        var n = 0;
        _site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex>{string.Join("", Enumerable.Range(0, 80).Select(_ => $"<sitemap><loc>{_site.Url($"/p{++n}.xml")}</loc></sitemap>"))}")));
        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap }).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1.5));

        Assert.That(n, Is.GreaterThan(800));
        Assert.That(rig.Store.Entries.Count(entry => EntryKey.IsPart(entry.Key)), Is.LessThanOrEqualTo(200));
    }

    [Test]
    public async Task An_archive_whose_first_reading_had_no_room_is_not_released_as_news_later()
    {
        _site.Otherwise = Answer.With(404);
        _site.Set("/sitemap.xml", Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(0, 6000).Select(i => $"<url><loc>{_site.Url($"/a{i}")}</loc><lastmod>2026-02-01T00:00:00Z</lastmod></url>"))}</urlset>"));
        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap });
        await rig.Store.SaveAsync(
            new FrontierChange { Put = [.. Enumerable.Range(0, 1900).Select(i => new FrontierEntry { Key = $"k{i}", Url = _site.Url($"/old{i}").AbsoluteUri, Source = "s", Role = PageRole.Item, DueAt = _clock.GetUtcNow(), AddedAt = _clock.GetUtcNow() })] }, default);
        rig.Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(20), () => rig.Store.MarkCount == 6000 && rig.Store.Entries.All(entry => entry.Role == PageRole.List), most: 1000);

        Assert.That(_site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal)), Is.EqualTo(1000));
    }

    [Test]
    public async Task An_index_of_many_parts_releases_no_more_than_one_archive_would_and_a_part_added_later_is_news()
    {
        _site.Otherwise = Answer.With(404);
        var parts = 6;
        _site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex>{string.Join("", Enumerable.Range(1, parts).Select(i => $"<sitemap><loc>{_site.Url($"/p{i}.xml")}</loc><lastmod>2026-02-0{i}</lastmod></sitemap>"))}</sitemapindex>")));
        for (var part = 1; part <= 7; part++)
        {
            _site.Set($"/p{part}.xml", Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(0, part == 7 ? 30 : 400).Select(i => $"<url><loc>{_site.Url($"/a/{part}/{i}")}</loc></url>"))}</urlset>"));
        }

        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap }).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(20), () => rig.Store.MarkCount == 2400 && rig.Store.Entries.All(entry => entry.Role == PageRole.List), most: 1000);
        var archive = _site.Requests.Count(request => request.Path.StartsWith("/a/", StringComparison.Ordinal));
        var newest = _site.Requests.Count(request => request.Path.StartsWith("/a/6/", StringComparison.Ordinal));
        parts = 7;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(20), () => rig.Store.MarkCount == 2430 && rig.Store.Entries.All(entry => entry.Role == PageRole.List), most: 1000);

        Assert.That((archive, newest), Is.EqualTo((1000, 400)));
        Assert.That(_site.Requests.Count(request => request.Path.StartsWith("/a/7/", StringComparison.Ordinal)), Is.EqualTo(30));
    }

    [Test]
    public async Task An_index_of_which_every_part_is_gone_is_blind_until_one_is_there_again()
    {
        var gone = true;
        _site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex><sitemap><loc>{_site.Url("/p1.xml")}</loc></sitemap><sitemap><loc>{_site.Url("/p2.xml")}</loc></sitemap></sitemapindex>")));
        _site.Set("/p1.xml", Answer.From(_ => gone ? Answer.With(503) : Answer.Xml($"<urlset><url><loc>{_site.Url("/a")}</loc></url></urlset>"))).Set("/p2.xml", Answer.With(503));
        await using var rig = new Rig(_clock, new PageReader());
        rig.Watch(Rig.SourceOf(_site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap }).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromMinutes(2), () => rig.Crawler.Health()[0].State == SourceState.Blind);
        var why = rig.Crawler.Health()[0].Why;
        gone = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromMinutes(2), () => rig.Crawler.Health()[0].State == SourceState.Seeing);

        Assert.That(why, Does.Contain("站点地图的各个部分都读不到"));
    }

    [Test]
    public async Task A_list_of_hundreds_of_entries_under_new_addresses_at_each_reading_is_seen_through()
    {
        var reading = 0;
        _site.Set("/list", Answer.From(_ => Answer.Text(string.Join('\n', Enumerable.Range(++reading < 4 ? 1 : 0, 300).Select(i => $"/a{i}?ticket={reading}|甲村的第 {i} 件事情")))));
        _site.Otherwise = Answer.Text("一篇文章");
        await using var rig = new Rig(_clock);
        rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => rig.Sink.Documents.Count == 300);

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30));

        Assert.That(reading, Is.GreaterThan(5));
        Assert.That(rig.Sink.Documents.Select(document => document.Title), Is.EquivalentTo(Enumerable.Range(0, 301).Select(i => $"甲村的第 {i} 件事情")));
    }

    [Test]
    public async Task A_bug_behind_the_reading_is_named_in_health_and_does_not_ask_for_the_list_every_ten_seconds()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了"));
        await using var rig = new Rig(_clock);
        rig.Store.HasBug = true;
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30));
        var health = rig.Crawler.Health()[0];
        rig.Store.HasBug = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => rig.Crawler.Health()[0].State == SourceState.Seeing, most: 400);

        Assert.That(health.State, Is.EqualTo(SourceState.Blind));
        Assert.That(health.Why, Does.Contain("程序出错（InvalidOperationException）"));
        Assert.That(_site.Count("/list"), Is.LessThan(15));
    }

    [Test]
    public async Task What_is_known_of_hosts_is_dropped_once_it_says_nothing_any_more()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", Answer.Text("一篇文章"));
        await using var rig = new Rig(_clock);
        var now = _clock.GetUtcNow();
        await rig.Store.SaveHostsAsync(
            [
                new HostMemory { Key = "http://old.example.cn", Robots = new StoredRobots("bot", now - TimeSpan.FromDays(2), [], null) },
                new HostMemory { Key = "over.example.cn:80", HeldUntil = now - TimeSpan.FromMinutes(1) },
                new HostMemory { Key = "http://new.example.cn", Robots = new StoredRobots("bot", now - TimeSpan.FromHours(20), [], null) },
                new HostMemory { Key = "held.example.cn:80", HeldUntil = now + TimeSpan.FromHours(1) },
            ],
            default);
        rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => rig.Sink.Documents.Count == 1);
        var kept = await rig.Store.ListHostsAsync(default);

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromHours(25));
        var later = await rig.Store.ListHostsAsync(default);

        var site = $"http://{_site.Url("/").Authority}";
        Assert.That(kept.Select(host => host.Key), Is.EquivalentTo(["http://new.example.cn", "held.example.cn:80", site]));
        Assert.That(later.Select(host => host.Key), Is.EquivalentTo([site]));
    }

    [TestCase("<urlset><url><loc>{0}</loc></url></urlset>", "x<!---->", 1_500_000)]
    [TestCase("<urlset><url><title>{0}</title></url></urlset>", "x<![CDATA[y]]>", 1_000_000)]
    [TestCase("<urlset>{0}<![", "<!a>", 3_000_000)]
    [TestCase("<urlset>{0}", "<!DOCTYPE[>", 1_500_000)]
    public void A_sitemap_made_of_declarations_or_comments_is_read_in_bounded_time(string around, string piece, int times)
    {
        var text = around.Replace("{0}", string.Concat(Enumerable.Repeat(piece, times)), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();

        var reading = Sample.List(Sample.Page(text, "http://news.example.cn/sitemap.xml", contentType: "application/xml"), SourceKind.Sitemap);

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(reading.Items, Is.Empty);
    }

    [Test]
    public async Task A_page_that_is_gone_and_whose_body_never_ends_is_gone_all_the_same()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", new Answer(async context =>
        {
            context.Response.StatusCode = 404;
            await context.Response.Body.WriteAsync("gone"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }));
        await using var rig = new Rig(_clock);
        rig.Options.Value = rig.Options.Value with { Timeout = TimeSpan.FromSeconds(15) };
        rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => rig.Sink.Documents.Count == 1, most: 200);

        Assert.That(_site.Count("/a"), Is.EqualTo(1), "A page that is gone is not asked for again as after a time-out.");
    }

    [Test]
    public void A_clock_set_back_by_a_day_does_not_let_watched_pages_wait_for_a_day()
    {
        var clock = new SettableClock(_clock);
        var queue = new HostQueue("news.example.cn", clock);
        Slot looked = Watched("a"), next = Watched("b");
        queue.Put(looked);
        queue.Put(next);
        queue.Take(looked);

        clock.Offset = -TimeSpan.FromDays(1);
        next.Entry = next.Entry with { DueAt = clock.GetUtcNow() };
        var due = queue.Next(clock.GetUtcNow(), _ => true)!.Value.DueAt - clock.GetUtcNow();

        Assert.That(due, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    private Slot Watched(string name) =>
        new(new FrontierEntry { Key = EntryKey.Watched(name), Url = "http://news.example.cn/" + name, Source = "s", Role = PageRole.Watched, DueAt = _clock.GetUtcNow(), AddedAt = _clock.GetUtcNow() });

    private sealed class BreakingReader : IPageReader
    {
        private readonly LineReader _lines = new();

        public string Canonical(Uri url) => _lines.Canonical(url);

        public ListReading ReadList(Page page, Source source, TimeZoneInfo zone) => IsBroken(page) ? throw new InvalidOperationException("A bug.") : _lines.ReadList(page, source, zone);

        public DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed) => IsBroken(page) ? throw new InvalidOperationException("A bug.") : _lines.ReadItem(page, source, zone, listed);

        private static bool IsBroken(Page page) => page.Body.Span.SequenceEqual("broken"u8);
    }
}
