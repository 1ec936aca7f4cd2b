using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Frontier;

public sealed class CrawlerTests
{
    private FakeTimeProvider _clock = null!;
    private LoopbackSite _site = null!;
    private Rig _rig = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync(time: _clock);
        _site.Otherwise = Answer.From(request => Answer.Text($"text of {request.Path}"));
        _rig = new Rig(_clock);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Items_of_a_list_are_handed_over_once_and_nothing_is_fetched_twice()
    {
        _site.Set("/list", Answer.Text("/a|甲\n/b|乙"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _site.Count("/list") >= 4);

        Assert.That(_rig.Sink.Documents.Select(d => d.Title), Is.EqualTo(["甲", "乙"]));
        Assert.That(_site.Count("/a"), Is.EqualTo(1));
        Assert.That(_site.Count("/robots.txt"), Is.EqualTo(1));
        Assert.That(_rig.Store.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_list_that_says_not_modified_is_asked_conditionally()
    {
        _site.Set("/list", Answer.Conditional("/a|甲", "\"1\""));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _site.Count("/list") >= 3);

        Assert.That(_site.Requests.Where(r => r.Path == "/list").Skip(1).Select(r => r.Header("If-None-Match")), Is.All.EqualTo("\"1\""));
        Assert.That(_rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Seeing));
    }

    [Test]
    public async Task An_item_whose_mark_changed_is_fetched_again()
    {
        _site.Set("/list", Answer.InTurn(Answer.Text("/a|甲|1"), Answer.Text("/a|甲|2"), Answer.Text("/a|甲|2\nmore")));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _site.Count("/list") >= 4);

        Assert.That(_site.Count("/a"), Is.EqualTo(2));
    }

    [Test]
    public async Task Further_list_pages_are_followed_while_there_is_something_new()
    {
        _site.Set("/list", Answer.Text("/a|1\nnext: /list2")).Set("/list2", Answer.Text("/b|2\nnext: /list3")).Set("/list3", Answer.Text("/c|3\nnext: /list4")).Set("/list4", Answer.Text("/d|4"));
        _rig.Watch(Rig.SourceOf(_site, listPages: 3));

        using var crawler = _rig.Create();
        var first = await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(first, Is.EqualTo(3));
        Assert.That(_site.Count("/list3"), Is.EqualTo(1));
        Assert.That(_site.Count("/list4"), Is.Zero);
        Assert.That(_rig.Store.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_second_pass_over_unchanged_sites_fetches_the_first_list_page_only()
    {
        _site.Set("/list", Answer.Text("/a|1\nnext: /list2")).Set("/list2", Answer.Text("/b|2"));
        _rig.Watch(Rig.SourceOf(_site, listPages: int.MaxValue));
        using (var crawler = _rig.Create())
        {
            await crawler.CrawlOnceAsync(["s"], default);
        }

        var before = _site.Requests.Count;
        using var again = _rig.Create();
        var handedOver = await again.CrawlOnceAsync(["s"], default);

        Assert.That(handedOver, Is.Zero);
        Assert.That(_site.Requests.Skip(before).Select(r => r.Path), Is.EqualTo(["/list"]));
    }

    [Test]
    public async Task Pages_of_a_thread_are_followed()
    {
        _site.Set("/list", Answer.Text("/t|帖")).Set("/t", Answer.Text("one\nnext: /t?page=2")).Set("/t?page=2", Answer.Text("two\nnext: /t?page=3")).Set("/t?page=3", Answer.Text("three"));
        _rig.Watch(Rig.SourceOf(_site));

        using var crawler = _rig.Create();
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(_rig.Sink.Documents.Select(d => d.Text), Is.EqualTo(["one", "two", "three"]));
    }

    [Test]
    public async Task An_endless_thread_is_cut()
    {
        var page = 0;
        _site.Set("/list", Answer.Text("/t|帖")).Set("/t", Answer.From(_ => Answer.Text($"floor\nnext: /t?page={Interlocked.Increment(ref page)}")));
        _rig.Watch(Rig.SourceOf(_site));

        using var crawler = _rig.Create();
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(_rig.Sink.Pages, Has.Count.EqualTo(50));
    }

    [Test]
    public async Task What_could_not_be_kept_is_fetched_again()
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        _rig.Sink.Before = _ =>
        {
            if (_rig.Sink.Attempts < 3)
            {
                throw new IOException("No space left on device.");
            }
        };
        _rig.Watch(Rig.SourceOf(_site)).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1 && _rig.Store.Entries.Count == 1);

        Assert.That(_rig.Sink.Attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task Nothing_is_lost_when_the_store_fails_for_a_while()
    {
        _site.Set("/list", Answer.Text("/a|甲\n/b|乙"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1)));
        _rig.Store.Broken = true;
        _rig.Start();
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        _rig.Store.Broken = false;

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count >= 2);

        Assert.That(_rig.Sink.Documents.Select(d => d.Title).Distinct(), Is.EquivalentTo(["甲", "乙"]));
    }

    [Test]
    public async Task A_restart_loses_nothing_and_asks_for_nothing_before_its_time()
    {
        _site.Set("/list", Answer.Text(string.Join('\n', Enumerable.Range(0, 10).Select(i => $"/i{i}|题{i}"))));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(10))).Options.Value = _rig.Options.Value with { Delay = TimeSpan.FromSeconds(2) };
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count >= 4);
        await _rig.StopAsync();

        _clock.Advance(TimeSpan.FromSeconds(30));
        var before = _site.Requests.Count;
        var restarted = _clock.GetUtcNow();
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count >= 10);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

        Assert.That(_rig.Sink.Documents.Select(d => d.Title).Distinct().Count(), Is.EqualTo(10));
        Assert.That(_site.Count("/list"), Is.EqualTo(1), "The list was not due.");
        var arrivals = _site.Requests.Skip(before).ToList();
        Assert.That(arrivals.Zip(arrivals.Skip(1), (a, b) => (b.ArrivedAt - a.EndedAt!.Value).TotalSeconds), Is.All.GreaterThanOrEqualTo(2));
        Assert.That((arrivals[^1].ArrivedAt - restarted).TotalSeconds, Is.GreaterThan(10));
    }

    [Test]
    public async Task A_source_taken_out_is_left_alone_and_one_put_in_is_visited_at_once()
    {
        _site.Set("/list", Answer.Text("/a|甲")).Set("/other", Answer.Text("/b|乙"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);

        _rig.Watch(Rig.SourceOf(_site, "t", "/other", TimeSpan.FromMinutes(1)));
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 2);
        var visits = _site.Count("/list");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

        Assert.That(_site.Count("/list"), Is.EqualTo(visits));
        Assert.That(_rig.Store.Entries.Select(e => e.Source), Is.EqualTo(["t"]));
    }

    [Test]
    public async Task A_disabled_source_is_not_asked_and_says_so()
    {
        _rig.Watch(Rig.SourceOf(_site) with { Enabled = false }).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));

        Assert.That(_site.Requests, Is.Empty);
        Assert.That(_rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Paused));
    }

    [Test]
    public async Task Robots_forbidding_an_item_leaves_what_the_list_says_of_it()
    {
        _site.Set("/robots.txt", Answer.Text("User-agent: *\nDisallow: /a")).Set("/list", Answer.Text("/a|甲村强拆|0|列表里的摘要"));
        _rig.Watch(Rig.SourceOf(_site));

        using var crawler = _rig.Create();
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(_site.Count("/a"), Is.Zero);
        Assert.That(_rig.Sink.Documents.Select(d => (d.Title, d.Text)), Is.EqualTo([("甲村强拆", "列表里的摘要")]));
        Assert.That(_rig.Store.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_item_that_keeps_failing_is_retried_more_and_more_slowly_and_then_given_up()
    {
        _site.Set("/list", Answer.Text("/a|甲|0|摘要")).Set("/a", Answer.With(500));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromDays(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Sink.Pages.Count == 1);
        var attempts = _site.Requests.Where(r => r.Path == "/a").ToList();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromMinutes(1), () => _rig.Store.Entries.Count == 1, most: 12 * 60);

        Assert.That(attempts, Has.Count.EqualTo(5), "What the list says is told no later than before.");
        Assert.That(attempts.Zip(attempts.Skip(1), (a, b) => (b.ArrivedAt - a.ArrivedAt).TotalSeconds), Is.Ordered);
        Assert.That(_rig.Sink.Documents.Select(document => document.Text), Is.EqualTo(["摘要"]));
        Assert.That(_rig.Sink.Pages[0].Page.Status, Is.Zero);
        Assert.That(_site.Count("/a"), Is.InRange(25, 29));
    }

    [Test]
    public async Task A_source_becomes_blind_after_three_failures_and_is_seen_again()
    {
        _site.Set("/list", Answer.InTurn(Answer.Text("/a|甲"), Answer.With(403), Answer.With(403), Answer.With(403), Answer.Text("/a|甲\n ")));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Crawler.Health()[0].State == SourceState.Blind);
        var blind = _rig.Crawler.Health()[0];
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Crawler.Health()[0].State == SourceState.Seeing);

        Assert.That(_site.Count("/list"), Is.EqualTo(5));
        Assert.That(blind.Why, Does.Contain("403"));
        Assert.That(_rig.Crawler.Health()[0].Why, Is.Null);
    }

    [TestCase("fault: 页面要求登录", "页面要求登录")]
    [TestCase("nothing here", "列表是空的")]
    public async Task A_list_without_items_makes_blind(string list, string why)
    {
        _site.Set("/list", Answer.Text(list));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Crawler.Health()[0].State == SourceState.Blind);

        Assert.That(_rig.Crawler.Health()[0].Why, Does.StartWith(why));
    }

    [Test]
    public async Task A_hostile_list_is_bounded_and_nothing_of_it_is_forgotten()
    {
        _site.Set("/list", Answer.Text(string.Join('\n', Enumerable.Range(0, 100_000).Select(i => $"/i{i}|x"))));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromHours(5))).Options.Value = _rig.Options.Value with { Delay = TimeSpan.FromSeconds(20) };
        _rig.Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Store.MarkCount >= 2000);

        Assert.That(_rig.Store.Entries, Has.Count.LessThanOrEqualTo(2001));
        Assert.That(_rig.Store.MarkCount, Is.EqualTo(2000));
        Assert.That(_rig.Store.Entries.Single(e => e.Role == Crawling.Frontier.PageRole.List).BodyHash, Is.Null);
    }

    [Test]
    public async Task A_paused_crawler_asks_for_nothing_until_it_goes_on()
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1)));
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);
        _rig.Crawler.Pause("磁盘已满");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));
        var before = _site.Requests.Count;
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));
        var during = _site.Requests.Count;
        var health = _rig.Crawler.Health()[0];

        _rig.Crawler.Resume();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _site.Requests.Count > during);

        Assert.That(during, Is.EqualTo(before));
        Assert.That((health.State, health.Why), Is.EqualTo((SourceState.Paused, "磁盘已满")));
    }

    [Test]
    public async Task Told_that_a_source_is_due_it_is_visited_once_however_often_it_is_told()
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(10))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);

        _rig.Crawler.MarkDue("s");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var tooSoon = _site.Count("/list");
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(6));
        for (var i = 0; i < 100; i++)
        {
            _rig.Crawler.MarkDue("s");
        }

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));

        Assert.That(tooSoon, Is.EqualTo(1));
        Assert.That(_site.Count("/list"), Is.EqualTo(2));
    }

    [Test]
    public async Task Retry_after_holds_the_whole_host()
    {
        _site.Set("/list", Answer.InTurn(Answer.With(429, ("Retry-After", "600")), Answer.Text("/a|甲"))).Set("/two", Answer.Text("/b|乙"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1)), Rig.SourceOf(_site, "t", "/two", TimeSpan.FromMinutes(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Sink.Pages.Count == 2);

        var held = _site.Requests.First(r => r.Path == "/list").EndedAt!.Value;
        Assert.That(_site.Requests.Where(r => r.ArrivedAt > held).Min(r => r.ArrivedAt) - held, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public async Task Coverage_outlives_the_process()
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(10))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);
        await _rig.StopAsync();
        _clock.Advance(TimeSpan.FromHours(3));
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _site.Count("/list") == 2);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        Assert.That(_rig.Crawler.Health()[0].Coverage, Is.EqualTo(new Coverage(2, 4)));
    }

    [Test]
    public async Task A_source_never_seen_is_blind_at_its_first_failure()
    {
        _site.Set("/list", Answer.With(404));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromHours(1))).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Crawler.Health()[0].State == SourceState.Blind);

        Assert.That(_site.Count("/list"), Is.EqualTo(1));
        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain("404"));
    }

    [Test]
    public async Task A_list_that_robots_forbids_makes_blind_at_once_even_when_it_was_seen_before()
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);
        await _rig.StopAsync();

        _site.Set("/robots.txt", Answer.Text("User-agent: *\nDisallow: /list"));
        _clock.Advance(TimeSpan.FromHours(25));
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Crawler.Health()[0].State == SourceState.Blind);

        Assert.That(_site.Count("/list"), Is.EqualTo(1));
        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain("robots.txt 禁止"));
    }

    [Test]
    public async Task A_source_not_visited_for_long_is_blind_whatever_the_reason()
    {
        _site.Set("/list", Answer.InTurn(Answer.Text("/a|甲"), Answer.Never()));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _site.Count("/list") == 2);

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(13));
        var before = _rig.Crawler.Health()[0];
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));

        Assert.That(before.State, Is.EqualTo(SourceState.Seeing));
        Assert.That(_rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Blind));
        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain("未能访问"));
    }

    [Test]
    public async Task A_pass_says_the_trouble_of_its_first_failure_and_forgets_it_after_a_good_visit()
    {
        _site.Set("/list", Answer.InTurn(Answer.Text("/a|甲"), Answer.With(403), Answer.Text("/a|甲\n ")));
        _rig.Watch(Rig.SourceOf(_site));
        using var crawler = _rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);
        var seen = crawler.Health()[0].Trouble;
        await crawler.CrawlOnceAsync(["s"], default);
        var refused = crawler.Health()[0];
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(seen, Is.Null);
        Assert.That(refused.Trouble, Does.Contain("403"));
        Assert.That(refused.State, Is.EqualTo(SourceState.Seeing));
        Assert.That(crawler.Health()[0].Trouble, Is.Null);
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task An_item_that_cannot_be_read_leaves_what_the_list_says_of_it(bool once, int attempts)
    {
        _site.Set("/list", Answer.Text("/a|甲村强拆|0|列表里的摘要")).Set("/a", Answer.Text("fault: 页面要求登录"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromDays(1)));

        if (once)
        {
            using var crawler = _rig.Create();
            await crawler.CrawlOnceAsync(["s"], default);
        }
        else
        {
            _rig.Start();
            await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Sink.Pages.Count == 1 && _rig.Store.Entries.Count == 1);
        }

        Assert.That(_rig.Sink.Documents.Select(d => (d.Title, d.Text, d.Site)), Is.EqualTo([("甲村强拆", "列表里的摘要", "s")]));
        Assert.That(_site.Count("/a"), Is.EqualTo(attempts));
    }

    [TestCase(40)]
    [TestCase(60 * 24 * 300)]
    public async Task A_clock_set_back_does_not_stop_the_visits(int minutes)
    {
        _site.Set("/list", Answer.Text("/a|甲"));
        var clock = new SettableClock(_clock);
        await using var rig = new Rig(clock);
        rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => rig.Sink.Pages.Count == 1);
        var visits = _site.Count("/list");

        clock.Offset = -TimeSpan.FromMinutes(minutes);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(4));

        Assert.That(_site.Count("/list") - visits, Is.InRange(2, 6));
    }

    [Test]
    public async Task A_start_under_a_clock_set_back_does_not_wait_for_the_time_to_come_again()
    {
        _site.Set("/list", Answer.InTurn(Answer.With(403), Answer.Text("/a|甲")));
        var clock = new SettableClock(_clock);
        await using var rig = new Rig(clock);
        rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => rig.Store.Entries is [{ Failures: 1 }]);
        await rig.StopAsync();

        clock.Offset = -TimeSpan.FromDays(300);
        rig.Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _site.Count("/list") == 2, most: 120);
    }
}
