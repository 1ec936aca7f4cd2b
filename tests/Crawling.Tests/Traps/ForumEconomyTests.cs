using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Farm;

namespace OpinionWatch.Crawling.Tests.Traps;

/// <summary>How many requests a useful page of a forum costs. Useful is a page of a thread with a floor not read before.</summary>
public sealed class ForumEconomyTests
{
    private const double MostRequestsAPage = 1.3;

    [Test]
    public async Task A_useful_page_of_a_forum_costs_at_most_one_request_and_a_third()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var forum = await ForumSite.StartAsync(clock);
        await using var rig = new Rig(clock, new PageReader());
        var floors = 0;
        for (var i = 0; i < 100; i++)
        {
            var thread = forum.Post($"第 {i} 个话题：某村的水渠", $"第 {i} 个话题的正文，水渠年久失修，盼有人来看看。");
            forum.Reply(thread, [.. Enumerable.Range(0, i % 5 * 7).Select(n => $"话题 {i} 的第 {n} 条回复，说说我的看法。")]);
            floors += 1 + (i % 5 * 7);
        }

        rig.Watch(Rig.SourceOf(forum.Site, path: "/forum-2-1.html", every: TimeSpan.FromMinutes(5), listPages: int.MaxValue) with { Kind = SourceKind.Discuz }).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => rig.Sink.Documents.Count >= floors);
        var (requests, pages) = (forum.Site.Requests.Count, rig.Sink.Pages.Count);
        await TestContext.Out.WriteLineAsync($"first reading: {requests} requests for {pages} pages of 100 threads, {(double)requests / pages:0.00} a page");

        // A day of the forum: replies to old and new threads, ten minutes apart.
        for (var hour = 0; hour < 24; hour++)
        {
            for (var n = 0; n < 6; n++)
            {
                var thread = forum.Post($"新话题 {hour}-{n}：某镇道路", $"新话题 {hour}-{n} 的正文，路面坑洼，夜里看不清。");
                forum.Reply(thread, $"支持新话题 {hour}-{n}。");
                floors += 2;
            }

            await Rig.AdvanceByAsync(clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1));
        }

        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(10), () => rig.Sink.Documents.Count >= floors);
        var useful = rig.Sink.Pages.Count - pages;
        var boards = forum.Site.Requests.Skip(requests).Count(request => request.Path.Contains("forum-2-", StringComparison.Ordinal));
        await TestContext.Out.WriteLineAsync($"a day: {forum.Site.Requests.Count - requests} requests, {boards} of them visits of the board, for {useful} pages");

        Assert.That((double)requests / pages, Is.LessThanOrEqualTo(MostRequestsAPage));
        Assert.That(forum.Site.Requests.Count - requests - boards, Is.LessThanOrEqualTo(useful * 1.05));
        Assert.That(rig.Sink.Documents.Select(document => document.Id), Is.Unique);
        Assert.That(rig.Sink.Documents, Has.Count.EqualTo(floors));
        Assert.That(forum.Site.Requests.Where(request => request.Path.Contains("authorid", StringComparison.Ordinal) || request.Path.Contains("ordertype", StringComparison.Ordinal) || request.Path.Contains("redirect", StringComparison.Ordinal)
            || request.Path.Contains("mobile", StringComparison.Ordinal) || request.Path.Contains("member", StringComparison.Ordinal) || request.Path.Contains("space", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_reply_to_a_long_thread_costs_one_request()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var forum = await ForumSite.StartAsync(clock);
        await using var rig = new Rig(clock, new PageReader());
        var thread = forum.Post("甲村的长帖", "正文，内容不短，请大家看一看。");
        forum.Reply(thread, [.. Enumerable.Range(0, 95).Select(n => $"第 {n} 条回复，说说看法。")]);
        rig.Watch(Rig.SourceOf(forum.Site, path: "/forum-2-1.html", every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Discuz }).Start();
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => rig.Sink.Documents.Count == 96);
        await Rig.AdvanceByAsync(clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        var before = forum.Site.Requests.Count;

        forum.Reply(thread, "最新的一条回复。");
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(5), () => rig.Sink.Documents.Any(document => document.Text.StartsWith("最新", StringComparison.Ordinal)));

        Assert.That(forum.Site.Requests.Skip(before).Count(request => !request.Path.Contains("forum-2-", StringComparison.Ordinal)), Is.EqualTo(1));
    }
}
