using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;
using OpinionWatch.TestKit.Farm;

namespace OpinionWatch.Crawling.Tests.Revisits;

/// <summary>Disasters of watching again, each by its name.</summary>
public sealed class WatchDisasterTests
{
    private static readonly string[] Chatter = [.. Enumerable.Range(0, 12).Select(i => $"路过的网友说的第 {i} 句闲话，内容不短。")];

    private FakeTimeProvider _clock = null!;
    private ForumSite _forum = null!;
    private Rig _rig = null!;
    private int _thread;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _forum = await ForumSite.StartAsync(_clock);
        _rig = new Rig(_clock, new PageReader());
        _rig.Sink.Matches = document => document.Text.Contains("强拆", StringComparison.Ordinal);
        _thread = _forum.Post("甲村的房子", "昨夜村里来了一队人，请有关部门管一管。");
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _forum.DisposeAsync();
    }

    [Test]
    public async Task A_floor_deleted_while_its_last_page_grew_a_next_one_is_recorded_and_the_page_is_not_asked_for_without_end()
    {
        _forum.Reply(_thread, ["我家也被强拆了，至今无人过问。", .. Chatter.Take(3)]);
        await WatchAsync(5);
        await BoardHidesAsync();
        var before = _forum.Site.Requests.Count;

        _forum.RemoveFloor(_thread, 2);
        _forum.Reply(_thread, Chatter);
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1));

        Assert.That(_rig.Sink.Changes.Select(change => change.What), Is.EqualTo([SourceChange.Removed]));
        Assert.That(Threads(before), Has.Count.LessThan(20));
        Assert.That(_rig.Sink.Documents.Count(document => document.Text == Chatter[11]), Is.EqualTo(1), "The floors behind are read as well, and once.");
    }

    [Test]
    public async Task A_next_page_that_is_not_there_is_not_asked_for_every_half_minute_for_ever_and_is_read_once_it_is_there()
    {
        _forum.Reply(_thread, ["我家也被强拆了，至今无人过问。", .. Chatter.Take(8)]);
        await WatchAsync(10);
        await BoardHidesAsync();
        var before = _forum.Site.Requests.Count;

        _forum.Site.Set($"/thread-{_thread}-2-1.html", Answer.With(404));
        _forum.Reply(_thread, "又来强拆了，有录像为证。");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(6));
        var asked = Threads(before).Count;
        _forum.Site.Set($"/thread-{_thread}-2-1.html", Answer.Redirect($"/forum.php?mod=viewthread&tid={_thread}&page=2"));
        await UntilAsync(() => _rig.Sink.Documents.Any(document => document.Text.Contains("录像", StringComparison.Ordinal)));

        Assert.That(asked, Is.InRange(10, 60));
        Assert.That(_rig.Sink.Documents.GroupBy(document => document.Id).Select(same => same.Count()), Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_thread_whose_every_page_names_a_further_one_is_not_walked_without_end()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/thread-5-1-1.html\"}]}"));
        site.Otherwise = Answer.From(request =>
        {
            var parts = request.Path.Value!.Split('-');
            var page = parts is [_, _, var written, _] && int.TryParse(written, out var number) ? number : 1;
            return Answer.Html($"<html><head><meta name='generator' content='Discuz! X3.4'></head><body><div id='postlist'><div id='post_{page}'><td class='t_f' id='postmessage_{page}'>第 {page} 层说强拆的事，内容不短。</td></div></div><div class='pg'><strong>{page}</strong><a class='nxt' href='thread-5-{page + 1}-1.html'>下一页</a></div></body></html>");
        });
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Store.Entries.Any(entry => entry.Role == PageRole.Watched));

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(14));

        Assert.That(site.Requests.Count(request => request.Path.Contains("thread", StringComparison.Ordinal)), Is.LessThan(1100));
    }

    [Test]
    public async Task A_page_that_changes_by_itself_is_recorded_a_few_times_and_let_go_in_the_end()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        var turn = 0;
        var told = "村民反映昨夜发生强拆，多人在场，目前情况仍在了解之中，请关注后续报道。";
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}"))
            .Set("/a.html", Answer.From(_ => Answer.Html($"<html><body><h1>甲村强拆</h1><p>{told}</p><p>发布于 {++turn} 小时前，来自本地的热心读者。</p><p>今日推荐的是第 {turn} 号故事，欢迎细看。</p></body></html>")));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));
        var byItself = _rig.Sink.Changes.Count;
        told = "村民反映昨夜发生强拆，已有两人受伤，目前情况仍在了解之中，请关注后续报道。";
        await UntilAsync(() => _rig.Sink.Changes.Count > byItself);
        var edit = _rig.Sink.Changes[^1];
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(30), TimeSpan.FromDays(16));

        Assert.That(byItself, Is.LessThanOrEqualTo(3));
        Assert.That(edit.Difference, Does.Contain("两人受伤"));
        Assert.That(_rig.Store.Entries.Select(entry => entry.Role), Has.None.EqualTo(PageRole.Watched));
    }

    [Test]
    public async Task A_line_that_changed_again_and_again_is_judged_each_time_however_often_it_did_and_recorded_a_few_times_only()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        string[] news = ["有人受伤，正在送医。", "有三人受伤，正在送医。", "有四人受伤，已经送医。", "有五人受伤，已经送医。", "已有两人死亡，四人受伤。"];
        var told = 0;
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}"))
            .Set("/a.html", Answer.From(_ => Answer.Html($"<html><body><h1>甲村强拆</h1><p>村民反映昨夜发生强拆，多人在场，目前情况仍在了解之中，请关注后续报道，我们会在这里更新。</p><p>{news[told]}</p></body></html>")));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);

        for (told = 1; told < news.Length; told++)
        {
            await UntilAsync(() => _rig.Sink.Documents[^1].Text.Contains(news[told], StringComparison.Ordinal));
        }

        Assert.That(_rig.Sink.Documents[^1].Difference, Does.Contain("两人死亡"));
        Assert.That(_rig.Sink.Changes, Has.Count.EqualTo(3));
    }

    [TestCase(500)]
    [TestCase(0)]
    public async Task A_weekend_without_the_site_ends_no_watch(int status)
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        var isDown = false;
        var told = "目前情况仍在了解之中";
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}"))
            .Set("/a.html", Answer.From(_ => !isDown ? Answer.Html($"<html><body><h1>甲村强拆</h1><p>村民反映昨夜发生强拆，多人在场，{told}，请关注后续报道。</p></body></html>") : status == 0 ? Answer.Reset() : Answer.With(status)));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);
        isDown = true;
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(2), TimeSpan.FromHours(60));

        (isDown, told) = (false, "已有两人受伤");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(2), TimeSpan.FromHours(7));

        Assert.That(_rig.Sink.Changes.Select(change => change.What), Is.EqualTo([SourceChange.Edited]));
    }

    [Test]
    public async Task A_watch_over_a_page_that_never_comes_again_ends_after_three_days()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        var isDown = false;
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}"))
            .Set("/a.html", Answer.From(_ => isDown ? Answer.With(500) : Answer.Html("<html><body><h1>甲村强拆</h1><p>村民反映昨夜发生强拆，多人在场，目前情况仍在了解之中，请关注后续报道。</p></body></html>")));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);
        isDown = true;

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(5), TimeSpan.FromDays(3.5));

        Assert.That(_rig.Store.Entries.Select(entry => entry.Role), Has.None.EqualTo(PageRole.Watched));
        Assert.That(site.Count("/a.html"), Is.InRange(20, 40));
    }

    [Test]
    public async Task A_post_of_one_line_that_its_author_changes_again_and_again_is_recorded_each_time()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        var told = 0;
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}"))
            .Set("/a.html", Answer.From(_ => Answer.Html($"<html><body><h1>甲村强拆</h1><p>村民反映昨夜发生强拆，已有 {told} 人受伤，目前情况仍在了解之中，请关注后续报道。</p></body></html>")));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);

        for (told = 1; told <= 6; told++)
        {
            await UntilAsync(() => _rig.Sink.Changes.Count == told);
        }

        Assert.That(_rig.Sink.Changes.Select(change => change.What), Is.All.EqualTo(SourceChange.Edited));
    }

    [Test]
    public async Task A_floor_that_moved_to_the_page_before_because_another_was_deleted_is_not_called_deleted_and_its_edit_is_seen()
    {
        _forum.Reply(_thread, [.. Chatter.Take(9), "我家也被强拆了，至今无人过问。", .. Chatter.Take(2)]);
        await WatchAsync(13);
        await BoardHidesAsync();

        _forum.RemoveFloor(_thread, 3);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(3));
        var told = _rig.Sink.Changes.Count;
        _forum.Edit(_thread, 10, "我家也被强拆了，已有两人受伤。");
        await UntilAsync(() => _rig.Sink.Changes.Count > told);

        Assert.That(_rig.Sink.Changes.Select(change => change.What), Is.EqualTo([SourceChange.Edited]));
        Assert.That(_rig.Sink.Changes[0].Difference, Does.Contain("两人受伤"));
    }

    private async Task WatchAsync(int documents)
    {
        _rig.Watch(Rig.SourceOf(_forum.Site, path: "/forum-2-1.html", every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Discuz }).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == documents);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    }

    /// <summary>The board shows other threads only, as on the day after.</summary>
    private async Task BoardHidesAsync()
    {
        _forum.Site.Set("/forum-2-1.html", Answer.Html("<meta name='generator' content='Discuz! X3.4'><table><tbody id='normalthread_1'><tr><th><a class='s xst' href='thread-1-1-1.html'>别的</a></th></tr></tbody></table>"));
        _forum.Site.Set("/thread-1-1-1.html", Answer.With(404));
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(6));
    }

    private async Task UntilAsync(Func<bool> met) => await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), met);

    private IReadOnlyList<string> Threads(int from) => [.. _forum.Site.Requests.Skip(from).Select(request => request.Path).Where(path => path.Contains("thread", StringComparison.Ordinal) && !path.Contains("thread-1-1-1", StringComparison.Ordinal))];
}
