using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Tests.Extraction;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Kinds;

public sealed class SitemapTests
{
    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc>http://news.example.cn/a/1.html</loc><lastmod>2026-11-23T08:00:00+08:00</lastmod>
            <image:image><image:loc>http://news.example.cn/i/1.jpg</image:loc><image:title>图</image:title></image:image></url>
          <url><loc><![CDATA[http://news.example.cn/a/2.html?x=1&y=2]]></loc>
            <news:news><news:publication><news:name>示例报</news:name></news:publication><news:publication_date>2026-11-24T09:00:00+08:00</news:publication_date><news:title>甲村&amp;乙村的事</news:title></news:news></url>
          <url><loc>/a/3.html</loc></url>
          <url><loc>ftp://news.example.cn/a/4.html</loc></url>
        </urlset>
        """;

    [TestCase(SourceKind.Auto)]
    [TestCase(SourceKind.Sitemap)]
    public void Urls_come_newest_first_with_what_a_news_sitemap_says_of_them(SourceKind kind)
    {
        var reading = Sample.List(Sample.Page(News, "http://news.example.cn/sitemap.xml"), kind);

        Assert.That(reading.Kind, Is.EqualTo(SourceKind.Sitemap));
        Assert.That(reading.Items.Select(item => (item.Url.AbsoluteUri, item.Title)), Is.EqualTo(new (string, string?)[]
        {
            ("http://news.example.cn/a/2.html?x=1&y=2", "甲村&乙村的事"),
            ("http://news.example.cn/a/1.html", null),
            ("http://news.example.cn/a/3.html", null),
        }));
        Assert.That(reading.Items[0].PublishedAt, Is.EqualTo(Sample.At("2026-11-24 09:00")));
        Assert.That(reading.Items[1].Mark, Is.EqualTo(Sample.At("2026-11-23 08:00").ToUnixTimeSeconds()));
    }

    [Test]
    public void A_packed_index_names_its_parts_newest_first()
    {
        var index = "<sitemapindex><sitemap><loc>http://news.example.cn/s1.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>http://news.example.cn/s2.xml.gz</loc><lastmod>2026-11-24</lastmod></sitemap></sitemapindex>";

        var reading = Sample.List(Sample.Page(Packed(index), "http://news.example.cn/sitemap.xml.gz", "application/octet-stream"), SourceKind.Sitemap);

        Assert.That(reading.Fault, Is.Null);
        Assert.That(reading.Further.Select(list => list.Url.AbsolutePath), Is.EqualTo(["/s2.xml.gz", "/s1.xml.gz"]));
    }

    [Test]
    public void A_bomb_is_cut_and_a_file_cut_short_is_read_as_far_as_it_goes()
    {
        var bomb = Sample.List(Sample.Page(Packed(new string(' ', 60_000_000)), "http://news.example.cn/sitemap.xml.gz", null), SourceKind.Sitemap);
        var whole = Packed(News + string.Join("", Enumerable.Range(0, 5000).Select(i => $"<url><loc>http://news.example.cn/b/{i * 7919}.html</loc></url>")));
        var cut = Sample.List(Sample.Page(whole[..(whole.Length / 2)], "http://news.example.cn/sitemap.xml.gz", null), SourceKind.Sitemap);

        Assert.That(bomb.Items, Is.Empty);
        Assert.That(cut.Items, Has.Count.GreaterThan(3));
    }

    [Test]
    public async Task An_index_is_read_through_its_parts_and_a_part_again_only_when_its_lastmod_is_new()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = Article("甲");
        var part = "1";
        site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<sitemapindex><sitemap><loc>{site.Url("/p1.xml")}</loc><lastmod>2026-03-0{part}</lastmod></sitemap><sitemap><loc>{site.Url("/p2.xml")}</loc><lastmod>2026-02-01</lastmod></sitemap></sitemapindex>")));
        site.Set("/p1.xml", Answer.From(_ => Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(1, part == "1" ? 1 : 2).Select(i => $"<url><loc>{site.Url($"/a{i}")}</loc></url>"))}</urlset>")));
        site.Set("/p2.xml", Answer.Xml($"<urlset><url><loc>{site.Url("/b1")}</loc></url></urlset>"));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/sitemap.xml", every: TimeSpan.FromSeconds(1)) with { Kind = SourceKind.Sitemap }).Start();
        await rig.Sink.UntilAsync(sink => sink.Pages.Count == 2);

        part = "2";
        await rig.Sink.UntilAsync(sink => sink.Pages.Count == 3);
        await rig.StopAsync();

        Assert.That(rig.Sink.Pages.Select(page => page.Page.Url.AbsolutePath), Is.EquivalentTo(["/a1", "/b1", "/a2"]));
        Assert.That((site.Count("/p1.xml"), site.Count("/p2.xml")), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Of_an_archive_only_the_newest_thousand_are_fetched_and_times_that_always_change_are_seen_through()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = Answer.Text("fault: 不读");
        var second = 0;
        site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(0, 3000).Select(i => $"<url><loc>{site.Url($"/a{i}")}</loc><lastmod>2026-02-01T00:00:{second:00}Z</lastmod></url>"))}</urlset>")));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/sitemap.xml") with { Kind = SourceKind.Sitemap });
        using (var crawler = rig.Create())
        {
            await crawler.CrawlOnceAsync(["s"], default);
        }

        var first = site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal));
        second = 1;
        using var again = rig.Create();
        await again.CrawlOnceAsync(["s"], default);

        Assert.That(first, Is.EqualTo(1000));
        Assert.That(rig.Store.MarkCount, Is.EqualTo(3000));
        Assert.That(site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal)), Is.EqualTo(1000));
    }

    [Test]
    public async Task A_site_that_dates_everything_anew_once_is_believed_again_afterwards()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Otherwise = Article("甲");
        var (day, changed) = (1, 1);
        site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(0, 100).Select(i => $"<url><loc>{site.Url($"/a{i}")}</loc><lastmod>2026-02-{(i == 7 ? day + changed : day):00}</lastmod></url>"))}</urlset>")));
        await using var rig = new Rig(clock, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/sitemap.xml", every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Sitemap }).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Store.Entries.Count == 1 && site.Count("/a99") == 1);

        day = 20;
        await Rig.AdvanceByAsync(clock, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(12));
        var redated = site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal));
        changed = 3;
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(30), () => site.Count("/a7") == 2, most: 100);

        Assert.That(redated, Is.EqualTo(100), "Nothing is fetched for its new date alone.");
        Assert.That(site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal)), Is.EqualTo(101));
    }

    [Test]
    public async Task A_site_that_prints_the_time_of_the_request_is_noted_once_a_day_and_nothing_of_it_is_fetched()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Otherwise = Article("甲");
        site.Set("/sitemap.xml", Answer.From(_ => Answer.Xml($"<urlset>{string.Join("", Enumerable.Range(0, 100).Select(i => $"<url><loc>{site.Url($"/a{i}")}</loc><lastmod>{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss}Z</lastmod></url>"))}</urlset>")));
        await using var rig = new Rig(clock, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/sitemap.xml", every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Sitemap }).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Store.Entries.Count == 1 && site.Count("/a99") == 1);
        var marks = new HashSet<long>();

        for (var i = 0; i < 40; i++)
        {
            await Rig.AdvanceByAsync(clock, TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));
            marks.UnionWith((await rig.Store.FindMarksAsync([site.Url("/a7").AbsoluteUri], default)).Values);
        }

        Assert.That(site.Requests.Count(request => request.Path.StartsWith("/a", StringComparison.Ordinal)), Is.EqualTo(100));
        Assert.That(marks, Has.Count.EqualTo(2));
    }

    private static Answer Article(string title) => Answer.Html($"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{string.Concat(Enumerable.Repeat("村民反映堆场扬尘多日无人处理。", 12))}</p></body></html>");

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
