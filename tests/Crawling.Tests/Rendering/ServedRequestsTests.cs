using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Rendering;

/// <summary>What becomes of a page whose own requests go wrong; no browser is needed to tell.</summary>
public sealed class ServedRequestsTests
{
    private static readonly CrawlingOptions Options = new();
    private readonly Dictionary<string, FetchOutcome> _answers = [];
    private FakeTimeProvider _clock = null!;
    private FailingParts _failing = null!;
    private ScriptCache _scripts = null!;
    private TimeSpan _wait;
    private bool _isHeld;
    private int _asked;

    [SetUp]
    public void SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _failing = new FailingParts(_clock);
        _scripts = new ScriptCache(_clock);
        _answers.Clear();
        (_wait, _isHeld, _asked) = (TimeSpan.Zero, true, 0);
    }

    [Test]
    public async Task Data_that_did_not_come_make_the_page_one_that_failed_and_say_why()
    {
        _answers["/api/list"] = new FetchOutcome.Failed(FetchFault.Connect, "连接被重置");

        var (served, answer) = await ServeAsync("/api/list");

        Assert.That(answer, Is.Null);
        Assert.That(served.Ended, Is.TypeOf<FetchOutcome.Failed>().With.Property("Reason").Contains("http://www.example.cn/api/list 没有取到（连接被重置）"));
    }

    [TestCase(HttpStatusCode.BadGateway, true)]
    [TestCase(HttpStatusCode.NotFound, false)]
    [TestCase(HttpStatusCode.Forbidden, false)]
    public async Task Trouble_of_the_site_with_its_data_is_no_page_and_what_it_refuses_is(HttpStatusCode status, bool ends)
    {
        _answers["/api/list"] = new FetchOutcome.Refused(status);

        var (served, answer) = await ServeAsync("/api/list");

        Assert.That(answer!.Status, Is.EqualTo((int)status));
        Assert.That(served.Ended is not null, Is.EqualTo(ends));
    }

    [Test]
    public async Task A_503_that_says_nothing_more_is_given_to_the_page_and_does_not_hide_it_for_ever()
    {
        _answers["/api/online-count"] = new FetchOutcome.Throttled(null) { IsVague = true };
        var first = await ServeAsync("/api/online-count");
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await ServeAsync("/api/online-count");
        }

        var (served, answer) = await ServeAsync("/api/online-count");

        Assert.That((answer!.Status, served.Ended), Is.EqualTo((503, (FetchOutcome?)null)));
        Assert.That(first.Served.Ended, Is.TypeOf<FetchOutcome.Failed>(), "Trouble of one address, not the site asking for less.");
    }

    [Test]
    public async Task A_site_that_asks_for_less_is_heard_whatever_it_was_asked_for()
    {
        _answers["/api/online-count"] = new FetchOutcome.Throttled(TimeSpan.FromMinutes(2));

        var (served, _) = await ServeAsync("/api/online-count");

        Assert.That(served.Ended, Is.EqualTo(new FetchOutcome.Throttled(TimeSpan.FromMinutes(2))));
    }

    [Test]
    public async Task What_robots_forbids_leaves_the_page_as_its_site_wants_it_seen()
    {
        _answers["/api/list"] = new FetchOutcome.Disallowed();

        var (served, _) = await ServeAsync("/api/list");

        Assert.That(served.Ended, Is.Null);
    }

    [Test]
    public async Task A_page_that_asks_for_more_than_it_may_is_no_whole_page()
    {
        var served = Served();

        for (var i = 0; i <= ServedRequests.MostRequests; i++)
        {
            await served.ServeAsync(Paused($"/api/{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"), TimeSpan.FromMinutes(1), default);
        }

        Assert.That(_asked, Is.EqualTo(ServedRequests.MostRequests));
        Assert.That(served.Ended, Is.TypeOf<FetchOutcome.Failed>());
    }

    [TestCase("/api/article?id={0}")]
    [TestCase("/api/graph", "{{\"id\":{0}}}")]
    public async Task Each_of_many_things_asked_for_under_one_path_is_had(string path, string? form = null)
    {
        var served = Served();

        for (var i = 1; i <= 12; i++)
        {
            await served.ServeAsync(Paused(string.Format(null, path, i), form: form is null ? null : string.Format(null, form, i)), TimeSpan.FromMinutes(1), default);
        }

        Assert.That((_asked, served.Ended), Is.EqualTo((12, (FetchOutcome?)null)));
    }

    [TestCase("/api/news")]
    [TestCase("/api/news?_={0}")]
    [TestCase("/api/news?jsonpcallback=j{0}")]
    [TestCase("/api/news?t={0}")]
    [TestCase("/api/news?t={0}&id=7", 1000)]
    [TestCase("/api/news?0.8437{0}")]
    [TestCase("/api/news", 1, "{{\"ts\":{0}}}")]
    public async Task A_page_that_polls_is_answered_a_few_times_and_is_whole(string path, int ticks = 1, string? form = null)
    {
        var served = Served();

        for (var i = 1; i <= 60; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            var now = _clock.GetUtcNow().ToUnixTimeSeconds() * ticks;
            await served.ServeAsync(Paused(string.Format(null, path, now), form: form is null ? null : string.Format(null, form, now)), TimeSpan.FromMinutes(1), default);
        }

        Assert.That((_asked, served.Ended), Is.EqualTo((5, (FetchOutcome?)null)));
    }

    [Test]
    public async Task A_host_that_is_to_be_left_alone_is_not_waited_for_with_a_browser_in_hand()
    {
        _wait = TimeSpan.FromMinutes(10);

        var (served, _) = await ServeAsync("/api/list");

        Assert.That(_asked, Is.Zero);
        Assert.That(served.Ended, Is.EqualTo(new FetchOutcome.Throttled(TimeSpan.FromMinutes(10))));
    }

    [Test]
    public async Task A_pause_longer_than_the_page_may_take_is_no_wish_of_the_site_and_says_what_to_change()
    {
        (_wait, _isHeld) = (TimeSpan.FromMinutes(2), false);

        var (served, _) = await ServeAsync("/api/list");

        Assert.That(_asked, Is.Zero);
        Assert.That(served.Ended, Is.TypeOf<FetchOutcome.Failed>().With.Property("Reason").Contains("间隔比 fetch.renderTimeout 长").And.Property("Reason").Contains("调小该站点的 delay"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_had_not_come_when_the_time_was_over_is_missing(bool isAsked)
    {
        var served = Served();

        served.OutOfTime(Paused("/api/list"), isAsked);

        Assert.That(served.Ended, Is.TypeOf<FetchOutcome.Failed>().With.Property("Reason").Contains("fetch.renderTimeout"));
    }

    [TestCase(false, 40)]
    [TestCase(true, 25 * 60)]
    public async Task What_has_never_come_for_long_does_not_hide_the_page_for_ever(bool cameBefore, int minutes)
    {
        if (cameBefore)
        {
            await ServeAsync("/api/online/1");
        }

        _answers["/api/online/2"] = _answers["/api/online/33"] = new FetchOutcome.Failed(FetchFault.Timeout, "30 秒内没有收完回答");
        var ended = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            ended.Add((await ServeAsync(i % 2 == 0 ? "/api/online/2" : "/api/online/33")).Served.Ended is not null);
            _clock.Advance(TimeSpan.FromMinutes(minutes) / 3);
        }

        Assert.That(ended, Is.EqualTo([true, true, true, false]));
    }

    [TestCase("/api.php?m=list", "/api.php?m=online", 15)]
    [TestCase("/api.php?m=list&t={0}", "/api.php?m=online&_={0}", 15)]
    [TestCase("/api/article/1", "/api/article/2", 15)]
    [TestCase("/poll/1", "/poll/7{0}", 9 * 60)]
    [TestCase("/poll/1", "/poll/7{0}", 9 * 60, false)]
    public async Task A_dead_part_beside_a_living_sibling_does_not_hide_the_page_for_ever(string living, string dead, int minutes, bool isFirst = true)
    {
        ServedRequests? last = null;
        for (var i = 0; i < 4; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            var (own, other) = (string.Format(null, dead, _clock.GetUtcNow().ToUnixTimeSeconds()), string.Format(null, living, _clock.GetUtcNow().ToUnixTimeSeconds()));
            _answers[own] = new FetchOutcome.Refused(HttpStatusCode.InternalServerError);
            last = await ServeAllAsync(isFirst ? [other, own] : [own, other]);
        }

        Assert.That(last!.Ended, Is.Null);
    }

    [TestCase("/api.php?m=list", "/api.php?m=online")]
    [TestCase("/api/list/1", "/api/list/2")]
    public async Task Data_beside_a_part_that_is_dead_for_days_are_missed_at_once_when_they_do_not_come(string data, string dead)
    {
        _answers[dead] = new FetchOutcome.Refused(HttpStatusCode.InternalServerError);
        for (var i = 0; i < 8; i++)
        {
            await ServeAllAsync(data, dead);
            _clock.Advance(TimeSpan.FromHours(9));
        }

        _answers[data] = new FetchOutcome.Refused(HttpStatusCode.BadGateway);
        var served = await ServeAllAsync(data);

        Assert.That(served.Ended, Is.Not.Null);
    }

    [Test]
    public async Task An_article_not_asked_for_before_is_waited_for_while_the_interface_of_all_of_them_is_down()
    {
        await ServeAsync("/api/article?id=1");
        _answers["/api/article"] = new FetchOutcome.Refused(HttpStatusCode.BadGateway);
        var ended = new List<bool>();
        for (var i = 0; i < 6; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(30));
            ended.Add((await ServeAsync("/api/article?id=2")).Served.Ended is not null);
        }

        Assert.That(ended, Is.All.True);
    }

    private async Task<ServedRequests> ServeAllAsync(params string[] paths)
    {
        var served = Served();
        foreach (var path in paths)
        {
            await served.ServeAsync(Paused(path), TimeSpan.FromMinutes(1), default);
        }

        return served;
    }

    private async Task<(ServedRequests Served, ServedAnswer? Answer)> ServeAsync(string path)
    {
        var served = Served();
        return (served, await served.ServeAsync(Paused(path), TimeSpan.FromMinutes(1), default));
    }

    private ServedRequests Served() => new(PageOf("/list"), new FetchRequest(new Uri("http://www.example.cn/list")), Options, _scripts, _failing, new PartAsker(AskAsync, _ => _wait, _ => _isHeld ? _wait : null));

    private Task<FetchOutcome> AskAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        _asked++;
        return Task.FromResult(_answers.GetValueOrDefault(request.Url.PathAndQuery) ?? _answers.GetValueOrDefault(request.Url.AbsolutePath) ?? new FetchOutcome.Fetched(PageOf(request.Url.AbsolutePath)));
    }

    private Page PageOf(string path)
    {
        var url = new Uri(new Uri("http://www.example.cn/"), path);
        return new Page { RequestedUrl = url, Url = url, Status = 200, Body = "{}"u8.ToArray(), FetchedAt = _clock.GetUtcNow() };
    }

    private static JsonElement Paused(string path, string type = "Fetch", string? form = null) => JsonSerializer.SerializeToElement(new
    {
        requestId = "1",
        frameId = "f",
        resourceType = type,
        request = new { url = "http://www.example.cn" + path, method = form is null ? "GET" : "POST", headers = new { }, postDataEntries = form is null ? [] : new[] { new { bytes = Encoding.UTF8.GetBytes(form) } } },
    });
}
