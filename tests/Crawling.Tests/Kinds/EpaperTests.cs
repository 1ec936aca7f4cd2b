using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Epapers;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Tests.Extraction;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Kinds;

public sealed class EpaperTests
{
    private const string Front = """
        <html><body><div id="pages"><a href="node_1.htm">第01版：要闻</a><a href="node_2.htm">第02版：民生</a><a href="../23/node_1.htm">上一期</a><a href="paper.pdf">PDF</a></div>
        <map><area href="content_100.htm" coords="0,0,1,1"></map>
        <ul><li><a href="content_100.htm">甲镇防汛演练</a></li><li><a href="content_101.htm">短讯</a></li></ul></body></html>
        """;

    [TestCase("http://e.cn/{yyyy}-{MM}/{dd}/node_1.htm", "http://e.cn/2026-03/02/node_1.htm")]
    [TestCase("http://e.cn/{yy}{M}{d}.htm", "http://e.cn/2632.htm")]
    [TestCase("http://e.cn/a.htm", "http://e.cn/a.htm")]
    public void An_address_is_of_its_day(string address, string ofDay) =>
        Assert.That(EpaperAddress.Of(new Uri(address), new DateOnly(2026, 3, 2)).AbsoluteUri, Is.EqualTo(ofDay));

    [Test]
    public void The_front_page_names_articles_and_pages_of_its_day()
    {
        var reading = new PageReader().ReadList(Sample.Page(Front, "http://e.example.cn/html/2026-11/24/node_1.htm"), Sample.Source with { Kind = SourceKind.Epaper }, Sample.Zone);

        Assert.That(reading.Items.Select(item => (item.Url.AbsolutePath, item.Title)), Is.EqualTo(new[] { ("/html/2026-11/24/content_100.htm", "甲镇防汛演练"), ("/html/2026-11/24/content_101.htm", "短讯") }));
        Assert.That(reading.Further.Select(list => list.Url.AbsolutePath), Is.EqualTo(["/html/2026-11/24/node_2.htm"]));
    }

    [Test]
    public async Task Today_is_read_with_all_its_pages_and_days_missed_while_the_service_was_down_are_made_up_for()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        await using var rig = new Rig(clock, new PageReader());
        foreach (var day in new[] { "02", "03", "04", "05" })
        {
            site.Set($"/2026-03/{day}/node_1.htm", Answer.Html($"<a href='node_1.htm'>第01版</a><a href='node_2.htm'>第02版</a><a href='content_{day}1.htm'>头版文章一</a>"))
                .Set($"/2026-03/{day}/node_2.htm", Answer.Html($"<a href='node_1.htm'>第01版</a><a href='node_2.htm'>第02版</a><a href='content_{day}2.htm'>二版文章二</a>"));
        }

        site.Otherwise = Answer.Html($"<h1>文章</h1><p>{string.Concat(Enumerable.Repeat("记者从会上获悉，今年将新修水渠。", 10))}</p>");
        rig.Watch(Paper(site)).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Sink.Pages.Count == 2);
        await Rig.AdvanceByAsync(clock, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(20));
        await rig.StopAsync();
        var first = rig.Sink.Pages.Select(page => page.Page.Url.AbsolutePath).ToList();

        clock.Advance(TimeSpan.FromDays(3));
        rig.Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Sink.Pages.Count == 8);
        await Rig.AdvanceByAsync(clock, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));

        Assert.That(first, Is.EquivalentTo(["/2026-03/02/content_021.htm", "/2026-03/02/content_022.htm"]));
        Assert.That(rig.Sink.Pages, Has.Count.EqualTo(8));
        Assert.That(new[] { "03", "04" }.Select(day => site.Count($"/2026-03/{day}/node_1.htm")), Is.All.EqualTo(1), "A paper of the past is read once.");
        Assert.That(site.Count("/2026-03/05/node_1.htm"), Is.GreaterThan(1), "Today's paper may still grow.");
        Assert.That(rig.Store.Entries.Select(entry => entry.Url), Is.EqualTo([site.Url("/2026-03/05/node_1.htm").AbsoluteUri]));
    }

    [Test]
    public async Task A_paper_that_is_not_out_yet_is_no_blindness_until_days_have_passed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        await using var rig = new Rig(clock, new PageReader());
        rig.Watch(Paper(site)).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => site.Requests.Count >= 2);

        await Rig.AdvanceByAsync(clock, TimeSpan.FromMinutes(10), TimeSpan.FromHours(12));
        var today = rig.Crawler.Health()[0];
        await Rig.AdvanceByAsync(clock, TimeSpan.FromMinutes(30), TimeSpan.FromDays(4));
        var later = rig.Crawler.Health()[0];

        Assert.That(today.State, Is.EqualTo(SourceState.Seeing));
        Assert.That(later.State, Is.EqualTo(SourceState.Blind));
        Assert.That(later.Why, Does.Contain("三天"));
    }

    private static Source Paper(LoopbackSite site) =>
        Rig.SourceOf(site, every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Epaper, Start = [new Uri(site.Root.AbsoluteUri.TrimEnd('/') + "/{yyyy}-{MM}/{dd}/node_1.htm")] };
}
