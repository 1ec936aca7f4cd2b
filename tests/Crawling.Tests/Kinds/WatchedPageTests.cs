using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Pages;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Kinds;

public sealed class WatchedPageTests
{
    private static readonly string Notice = string.Concat(Enumerable.Repeat("依据规划，本村拟对东侧地块进行整理，现予公告。", 8));

    [TestCase("甲\n乙", "乙\n甲", true)]
    [TestCase("甲\n阅读 123", "甲\n阅读 456", true)]
    [TestCase("今天是2026年3月2日\n甲", "今天是2026年3月3日\n甲", true)]
    [TestCase("甲  乙", "甲 乙", true)]
    [TestCase("补偿标准 5000 元", "补偿标准 6000 元", false)]
    [TestCase("甲\n甲", "甲", false)]
    public void A_change_is_one_of_what_is_said(string before, string after, bool same) =>
        Assert.That(TextDifference.Between(before, after).IsNothing, Is.EqualTo(same));

    [Test]
    public async Task A_page_is_a_document_at_first_and_again_when_what_it_says_changes_but_not_with_its_markup()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Set("/notice", Answer.InTurn(
            Answer.Html($"<h1>公告</h1><div class='a'><p>{Notice}</p><p>联系人：示例</p></div>"),
            Answer.Html($"<h1>公告</h1><section class='b'><p>{Notice}</p><p><b>联系人：示例</b></p></section><!-- 2 -->"),
            Answer.Html($"<h1>公告</h1><div class='a'><p>{Notice}</p><p>联系人：示例</p><p>补充：补偿款月底前发放。</p></div>"),
            Answer.Html($"<h1>公告</h1><div class='a'><p>{Notice}</p><p>补充：补偿款月底前发放。</p></div>")));
        await using var rig = new Rig(clock, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/notice", every: TimeSpan.FromMinutes(1)) with { Kind = SourceKind.Page }).Start();

        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => site.Count("/notice") >= 6);

        Assert.That(rig.Sink.Documents, Has.Count.EqualTo(2));
        var (first, changed) = (rig.Sink.Documents[0], rig.Sink.Documents[1]);
        Assert.That((first.Kind, first.Difference), Is.EqualTo((DocumentKind.Page, (string?)null)));
        Assert.That(first.Text, Does.Contain("拟对东侧地块"));
        Assert.That(changed.Id, Is.Not.EqualTo(first.Id));
        Assert.That(changed.Text, Is.EqualTo("补充：补偿款月底前发放。"));
        Assert.That(changed.Difference, Is.EqualTo("新增：补充：补偿款月底前发放。"));
        Assert.That(rig.Crawler.Health()[0].Kind, Is.EqualTo(SourceKind.Page));
    }

    [Test]
    public async Task A_change_that_could_not_be_kept_is_met_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Set("/notice", Answer.Html($"<h1>公告</h1><p>{Notice}</p>"));
        await using var rig = new Rig(clock, new PageReader());
        rig.Sink.Before = _ =>
        {
            if (rig.Sink.Attempts < 3)
            {
                throw new IOException("No space left on device.");
            }
        };
        rig.Watch(Rig.SourceOf(site, path: "/notice", every: TimeSpan.FromMinutes(1)) with { Kind = SourceKind.Page }).Start();

        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Sink.Pages.Count == 1);

        Assert.That(rig.Sink.Attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task Auto_watches_a_page_without_a_list()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Set("/notice", Answer.Html($"<html><body><h1>关于征地的公告</h1><p>{Notice}</p></body></html>"));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/notice") with { Kind = SourceKind.Auto });
        using var crawler = rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(rig.Sink.Documents.Select(document => document.Kind), Is.EqualTo([DocumentKind.Page]));
        Assert.That(crawler.Health()[0].Kind, Is.EqualTo(SourceKind.Page));
    }
}
