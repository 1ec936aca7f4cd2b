using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Robots;

public sealed class RobotsCacheTests
{
    private FakeTimeProvider _clock = null!;
    private readonly Current<CrawlingOptions> _options = new(new CrawlingOptions { Delay = TimeSpan.Zero, AllowAddresses = ["127.0.0.0/8"] });
    private HttpExchange _exchange = null!;
    private HostTurns _turns = null!;
    private RobotsCache _robots = null!;
    private LoopbackSite _site = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync();
        _exchange = new HttpExchange(_options, _clock);
        _turns = new HostTurns(_clock);
        _robots = new RobotsCache(_options, _exchange, _turns, _clock, NullLogger.Instance);
    }

    [TearDown]
    public async Task TearDown()
    {
        _exchange.Dispose();
        await _site.DisposeAsync();
    }

    [TestCase(404)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(410)]
    public async Task A_site_without_the_file_allows_all(int status)
    {
        _site.Set("/robots.txt", Answer.With(status));

        Assert.That(await Check("/a"), Is.EqualTo(new RobotsVerdict.Allowed()));
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    public async Task A_site_that_cannot_give_the_file_is_left_alone_and_asked_again(int status)
    {
        _site.Set("/robots.txt", Answer.InTurn(Answer.With(status), Answer.Text("User-agent: *\nAllow: /")));

        var first = await Check("/a");
        var second = await Check("/a");
        _clock.Advance(TimeSpan.FromMinutes(10));
        var later = await Check("/a");

        Assert.That(first, Is.InstanceOf<RobotsVerdict.Unavailable>());
        Assert.That(second, Is.InstanceOf<RobotsVerdict.Unavailable>());
        Assert.That(later, Is.EqualTo(new RobotsVerdict.Allowed()));
        Assert.That(_site.Count("/robots.txt"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_file_is_kept_for_a_day_and_an_old_copy_holds_while_the_site_is_in_trouble()
    {
        _site.Set("/robots.txt", Answer.InTurn(Answer.Text("User-agent: *\nDisallow: /a"), Answer.With(500)));

        await Check("/a");
        _clock.Advance(TimeSpan.FromHours(23));
        await Check("/a");
        var askedInADay = _site.Count("/robots.txt");
        _clock.Advance(TimeSpan.FromHours(2));
        var stale = await Check("/a");

        Assert.That(askedInADay, Is.EqualTo(1));
        Assert.That(stale, Is.EqualTo(new RobotsVerdict.Disallowed()));
        Assert.That(_site.Count("/robots.txt"), Is.EqualTo(2));
    }

    [Test]
    public async Task Five_redirects_are_followed_and_the_rules_hold_for_the_first_host()
    {
        await using var other = await LoopbackSite.StartAsync();
        other.Set("/r", Answer.Text("User-agent: *\nDisallow: /a"));
        _site.Set("/robots.txt", Answer.Redirect("/1")).Set("/1", Answer.Redirect("/2")).Set("/2", Answer.Redirect("/3")).Set("/3", Answer.Redirect("/4")).Set("/4", Answer.Redirect(other.Url("/r").AbsoluteUri));

        Assert.That(await Check("/a"), Is.EqualTo(new RobotsVerdict.Disallowed()));
    }

    [Test]
    public async Task More_redirects_count_as_no_file()
    {
        _site.Set("/robots.txt", Answer.Redirect("/robots.txt?x"));

        Assert.That(await Check("/a"), Is.EqualTo(new RobotsVerdict.Allowed()));
        Assert.That(_site.Requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task A_crawl_delay_is_honoured_up_to_the_limit()
    {
        _site.Set("/robots.txt", Answer.Text("User-agent: *\nCrawl-delay: 600"));

        await Check("/a");

        Assert.That(_turns.WaitFor(HostName.Of(_site.Root), TimeSpan.Zero), Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task A_file_without_end_is_read_to_its_limit_only()
    {
        _site.Set("/robots.txt", Answer.Huge(100_000_000));

        Assert.That(await Check("/a"), Is.EqualTo(new RobotsVerdict.Allowed()));
    }

    private async Task<RobotsVerdict> Check(string path)
    {
        // Trouble makes the host's pauses grow; nobody else moves this clock.
        var checking = _robots.CheckAsync(_site.Url(path), TimeSpan.Zero, default);
        while (await Task.WhenAny(checking, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System)) != checking)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await checking;
    }
}
