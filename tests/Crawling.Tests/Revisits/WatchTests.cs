using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;
using OpinionWatch.TestKit.Farm;

namespace OpinionWatch.Crawling.Tests.Revisits;

public sealed class WatchTests
{
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
        _thread = _forum.Post("甲村的房子", "昨夜有人来强拆，请有关部门管一管。");
        _forum.Post("乙镇天气", "今天下雨，路滑，出行小心为好。");
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _forum.DisposeAsync();
    }

    [Test]
    public async Task New_floors_of_a_thread_that_sank_from_the_board_are_found_and_only_its_last_page_is_read()
    {
        _forum.Reply(_thread, [.. Enumerable.Range(2, 24).Select(i => $"第 {i} 位网友的看法，内容不短。")]);
        await WatchAsync(() => _rig.Sink.Documents.Count == 26);
        await BoardHidesAsync();
        var before = _forum.Site.Requests.Count;

        _forum.Reply(_thread, "又来强拆了，有录像为证。");
        await UntilAsync(() => _rig.Sink.Documents.Any(document => document.Text.Contains("录像", StringComparison.Ordinal)));

        Assert.That(_rig.Sink.Documents.Where(document => document.Title != "别的").ToList(), Has.Count.EqualTo(27));
        Assert.That(Threads(before).Where(path => !path.Contains("-3-1", StringComparison.Ordinal) && !path.Contains("-1-1", StringComparison.Ordinal) && !path.Contains("viewthread", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Threads(before), Has.None.Contains("-2-1"), "Page 2 holds nothing that matched and is not the last.");
    }

    [Test]
    public async Task An_edit_is_recorded_with_its_difference_and_judged_anew()
    {
        await WatchAsync(() => _rig.Sink.Documents.Count == 2);

        _forum.Edit(_thread, 1, "昨夜有人来强拆，已有两人受伤，请有关部门管一管。");
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);

        var change = _rig.Sink.Changes[0];
        Assert.That((change.What, change.DocumentId), Is.EqualTo((SourceChange.Edited, _rig.Sink.Documents.First(document => document.Text.Contains("强拆", StringComparison.Ordinal)).Id)));
        Assert.That(change.Difference, Is.EqualTo("新增：昨夜有人来强拆，已有两人受伤，请有关部门管一管。\n删去：昨夜有人来强拆，请有关部门管一管。"));
        Assert.That(change.Page.Body.Length, Is.GreaterThan(0));
        Assert.That(_rig.Sink.Documents[^1].Text, Does.Contain("两人受伤"));
        Assert.That(_rig.Sink.Documents[^1].Difference, Is.EqualTo(change.Difference));
    }

    [Test]
    public async Task A_deleted_thread_is_recorded_once_after_a_second_look_and_again_when_it_comes_back()
    {
        await WatchAsync(() => _rig.Sink.Documents.Count == 2);

        _forum.Delete(_thread);
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(3));
        var removed = _rig.Sink.Changes.Single();
        _forum.Delete(_thread, deleted: false);
        await UntilAsync(() => _rig.Sink.Changes.Count == 2);

        Assert.That(removed.What, Is.EqualTo(SourceChange.Removed));
        Assert.That(removed.Difference, Does.Contain("已被删除"));
        Assert.That(System.Text.Encoding.UTF8.GetString(removed.Page.Body.Span), Does.Contain("指定的主题不存在"));
        Assert.That(_rig.Sink.Changes[1].What, Is.EqualTo(SourceChange.Restored));
    }

    [Test]
    public async Task A_deleted_floor_that_matched_is_recorded()
    {
        _forum.Reply(_thread, "我家也被强拆了，至今无人过问。", "路过。");
        await WatchAsync(() => _rig.Sink.Documents.Count == 4);

        _forum.RemoveFloor(_thread, 2);
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);

        Assert.That(_rig.Sink.Changes[0].What, Is.EqualTo(SourceChange.Removed));
        Assert.That(_rig.Sink.Changes[0].DocumentId, Is.EqualTo(_rig.Sink.Documents.Single(document => document.Text.StartsWith("我家", StringComparison.Ordinal)).Id));
    }

    [Test]
    public async Task A_page_that_answers_404_is_recorded_with_the_answer_as_evidence_and_trouble_of_the_site_is_not()
    {
        await using var site = await LoopbackSite.StartAsync(time: _clock);
        const string Article = "<html><body><h1>甲村强拆</h1><p>村民反映昨夜发生强拆，多人在场，目前情况仍在了解之中，请关注后续报道。</p></body></html>";
        site.Set("/list", Answer.Text("{\"data\":[{\"title\":\"甲村强拆\",\"url\":\"/a.html\"}]}")).Set("/a.html", Answer.Html(Article));
        _rig.Watch(Rig.SourceOf(site, every: TimeSpan.FromMinutes(5))).Start();
        await UntilAsync(() => _rig.Sink.Documents.Count == 1);

        site.Set("/a.html", Answer.With(500));
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
        var troubled = _rig.Sink.Changes.Count;
        site.Set("/a.html", Answer.Bytes("gone for good"u8.ToArray(), "text/html", 404));
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);

        Assert.That(troubled, Is.Zero);
        Assert.That(_rig.Sink.Changes[0].Page.Status, Is.EqualTo(404));
        Assert.That(System.Text.Encoding.UTF8.GetString(_rig.Sink.Changes[0].Page.Body.Span), Is.EqualTo("gone for good"));
        Assert.That(_rig.Sink.Changes[0].Difference, Does.Contain("404"));
    }

    [Test]
    public async Task Looks_become_rarer_and_end_and_what_did_not_match_is_not_looked_at()
    {
        await WatchAsync(() => _rig.Sink.Documents.Count == 2);
        var from = _forum.Site.Requests.Count;

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(5), TimeSpan.FromHours(24));
        var day = Threads(from).Count;
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(30), TimeSpan.FromDays(15));

        Assert.That(day, Is.InRange(30, 60));
        Assert.That(Threads(from).Count - day, Is.InRange(30, 60));
        Assert.That(_rig.Store.Entries.Select(entry => entry.Role), Has.None.EqualTo(PageRole.Watched));
    }

    [Test]
    public async Task A_watch_outlives_the_process()
    {
        await WatchAsync(() => _rig.Sink.Documents.Count == 2);
        await _rig.StopAsync();
        _forum.Edit(_thread, 1, "没有的事，昨夜强拆系误传。");
        _clock.Advance(TimeSpan.FromHours(1));

        _rig.Start();
        await UntilAsync(() => _rig.Sink.Changes.Count == 1);

        Assert.That(_rig.Sink.Changes[0].What, Is.EqualTo(SourceChange.Edited));
    }

    private async Task WatchAsync(Func<bool> read)
    {
        _rig.Watch(Rig.SourceOf(_forum.Site, path: "/forum-2-1.html", every: TimeSpan.FromMinutes(5)) with { Kind = SourceKind.Discuz }).Start();
        await UntilAsync(read);
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
