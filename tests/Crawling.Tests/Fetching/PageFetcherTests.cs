using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Fetching;

public sealed class PageFetcherTests
{
    private FakeTimeProvider _clock = null!;
    private Current<CrawlingOptions> _options = null!;
    private HttpExchange _exchange = null!;
    private PageFetcher _fetcher = null!;
    private HostTurns _turns = null!;
    private LoopbackSite _site = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync();
        _options = new(new CrawlingOptions { Delay = TimeSpan.Zero, AllowAddresses = ["127.0.0.0/8"], MaxBodyBytes = 2_000_000 });
        Use(_clock);
    }

    [TearDown]
    public async Task TearDown()
    {
        _exchange.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_page_comes_with_its_bytes_headers_and_addresses()
    {
        _site.Set("/a", Answer.Html("<p>你好</p>", ("X-Kind", "one"), ("X-Kind", "two")));

        var page = Page(await Fetch("/a"));

        Assert.That(Encoding.UTF8.GetString(page.Body.Span), Is.EqualTo("<p>你好</p>"));
        Assert.That(page.Url, Is.EqualTo(_site.Url("/a")));
        Assert.That(page.ContentType, Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(page.Headers.Where(h => h.Key == "X-Kind").Select(h => h.Value), Is.EqualTo(["one", "two"]));
        Assert.That(page.RequestHeaders.Single(h => h.Key == "User-Agent").Value, Is.EqualTo("OpinionWatch/1.0"));
        Assert.That(page.RequestHeaders.Any(h => h.Key == "Host"), Is.True);
        Assert.That(page.FetchedAt, Is.EqualTo(_clock.GetUtcNow()));
    }

    [Test]
    public async Task A_known_page_is_asked_for_conditionally()
    {
        _site.Set("/a", Answer.Conditional("x", "\"v1\"", "Mon, 02 Mar 2026 08:00:00 GMT"));

        var byTag = await _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")) { ETag = "\"v1\"" }, default);
        var byDate = await _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")) { LastModified = "Mon, 02 Mar 2026 08:00:00 GMT" }, default);
        var changed = await _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")) { ETag = "\"v0\"" }, default);

        Assert.That(byTag, Is.EqualTo(new FetchOutcome.NotModified()));
        Assert.That(byDate, Is.EqualTo(new FetchOutcome.NotModified()));
        Assert.That(changed, Is.InstanceOf<FetchOutcome.Fetched>());
    }

    [TestCase("120", 120)]
    [TestCase("Mon, 02 Mar 2026 09:05:00 GMT", 300)]
    [TestCase("Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    public async Task Retry_after_is_honoured_as_seconds_or_as_a_date(string header, int seconds)
    {
        _site.Set("/a", Answer.With(429, ("Retry-After", header)));

        var outcome = await _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")), default);

        Assert.That(outcome, Is.EqualTo(new FetchOutcome.Throttled(TimeSpan.FromSeconds(seconds))));
    }

    [Test]
    public async Task A_throttle_without_a_time_says_so()
    {
        _site.Set("/a", Answer.With(503));

        Assert.That(await Fetch("/a"), Is.EqualTo(new FetchOutcome.Throttled(null) { IsVague = true }));
    }

    [TestCase(404)]
    [TestCase(403)]
    [TestCase(500)]
    [TestCase(204)]
    public async Task Another_status_is_a_refusal(int status)
    {
        _site.Set("/a", Answer.With(status));

        Assert.That(await Fetch("/a"), Is.InstanceOf<FetchOutcome.Refused>().With.Property("Status").EqualTo((HttpStatusCode)status));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Redirects_are_followed_and_the_address_that_answered_is_told(int status)
    {
        _site.Set("/a", Answer.Redirect("b?x=1#part", status)).Set("/b?x=1", Answer.Html("there"));

        var page = Page(await Fetch("/a"));

        Assert.That(page.RequestedUrl, Is.EqualTo(_site.Url("/a")));
        Assert.That(page.Url, Is.EqualTo(_site.Url("/b?x=1")));
    }

    [Test]
    public async Task Redirects_in_a_loop_end()
    {
        _site.Set("/a", Answer.Redirect("/b")).Set("/b", Answer.Redirect("/a"));

        Assert.That(await Fetch("/a"), Is.EqualTo(new FetchOutcome.Failed(FetchFault.Redirect, "重定向成环")));
        Assert.That(_site.Count("/a"), Is.EqualTo(1));
    }

    [Test]
    public async Task Redirects_without_end_are_given_up()
    {
        _site.Otherwise = Answer.From(request => Answer.Redirect(request.Path + "x"));

        Assert.That(Fault(await Fetch("/a")), Is.EqualTo(FetchFault.Redirect));
        Assert.That(_site.Requests.Count(r => r.Path != "/robots.txt"), Is.EqualTo(6));
    }

    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://127.0.0.1/x")]
    [TestCase("javascript:alert(1)")]
    [TestCase("")]
    public async Task Redirects_to_what_is_no_web_address_are_refused(string location)
    {
        _site.Set("/a", Answer.Redirect(location));

        Assert.That(Fault(await Fetch("/a")), Is.EqualTo(FetchFault.Redirect));
    }

    [Test]
    public async Task A_redirect_to_an_internal_address_is_refused()
    {
        await using var inside = await LoopbackSite.StartAsync(Answer.Html("secret"));
        _options.Value = _options.Value with { AllowAddresses = ["127.0.0.1"] };
        _site.Set("/a", Answer.Redirect($"http://127.0.0.2:{inside.Root.Port}/")).Set("/b", Answer.Redirect($"http://[::ffff:127.0.0.3]:{inside.Root.Port}/"));

        Assert.That(Fault(await Fetch("/a")), Is.EqualTo(FetchFault.BlockedAddress));
        Assert.That(Fault(await Fetch("/b")), Is.EqualTo(FetchFault.BlockedAddress));
        Assert.That(inside.ConnectionsOpened, Is.Zero);
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    [TestCase("[::ffff:127.0.0.1]")]
    [TestCase("2130706433")]
    [TestCase("0x7f.1")]
    [TestCase("0.0.0.0")]
    public async Task Internal_hosts_are_refused_however_they_are_written(string host)
    {
        _options.Value = _options.Value with { AllowAddresses = [] };

        var outcome = await _fetcher.FetchAsync(new FetchRequest(new Uri($"http://{host}:{_site.Root.Port}/")), default);

        Assert.That(Fault(outcome), Is.EqualTo(FetchFault.BlockedAddress));
        Assert.That(_site.ConnectionsOpened, Is.Zero);
    }

    [Test]
    public async Task A_redirect_to_a_host_that_asked_for_an_hour_ends_the_visit_until_then()
    {
        await using var other = await LoopbackSite.StartAsync();
        other.Set("/busy", Answer.With(429, ("Retry-After", "3600"))).Set("/b", Answer.Html("there"));
        _site.Set("/a", Answer.Redirect(other.Url("/b").AbsoluteUri));
        await _fetcher.FetchAsync(new FetchRequest(other.Url("/busy")), default);

        var outcome = await _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")), default).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(outcome, Is.EqualTo(new FetchOutcome.Throttled(TimeSpan.FromHours(1))));
        Assert.That(other.Requests.Select(request => request.Path), Has.None.EqualTo("/b"));
    }

    [Test]
    public async Task A_redirect_that_does_not_get_its_turn_ends_the_visit_too()
    {
        _options.Value = _options.Value with { Timeout = TimeSpan.FromHours(20) };
        await using var other = await LoopbackSite.StartAsync();
        other.Set("/b", Answer.Html("there"));
        _site.Set("/a", Answer.Redirect(other.Url("/b").AbsoluteUri));
        await _fetcher.FetchAsync(new FetchRequest(other.Url("/known")), default);
        using var turn = await _turns.EnterAsync(HostName.Of(other.Root), TimeSpan.Zero, default);

        var fetching = _fetcher.FetchAsync(new FetchRequest(_site.Url("/a")), default);
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => fetching.IsCompleted);

        Assert.That(await fetching, Is.EqualTo(new FetchOutcome.Throttled(TimeSpan.FromMinutes(1))));
        Assert.That(other.Count("/b"), Is.Zero);
    }

    [Test]
    public async Task The_robots_of_a_redirects_target_are_respected()
    {
        await using var other = await LoopbackSite.StartAsync();
        other.Set("/robots.txt", Answer.Text("User-agent: *\nDisallow: /private"));
        _site.Set("/a", Answer.Redirect(other.Url("/private/x").AbsoluteUri));

        Assert.That(await Fetch("/a"), Is.EqualTo(new FetchOutcome.Disallowed()));
        Assert.That(other.Count("/private/x"), Is.Zero);
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("raw-deflate")]
    [TestCase("br")]
    [TestCase("zstd")]
    public async Task Compressed_bodies_are_decoded(string encoding)
    {
        _site.Set("/a", Answer.Compressed("<p>征地补偿</p>"u8.ToArray(), encoding));

        Assert.That(Encoding.UTF8.GetString(Page(await Fetch("/a")).Body.Span), Is.EqualTo("<p>征地补偿</p>"));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    [TestCase("zstd")]
    public async Task A_decompression_bomb_is_refused(string encoding)
    {
        _site.Set("/a", Answer.Bomb(50_000_000, encoding));

        Assert.That(Fault(await Fetch("/a")), Is.EqualTo(FetchFault.TooLarge));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_huge_body_is_not_read_to_its_end(bool withLength)
    {
        _site.Set("/a", Answer.Huge(200_000_000, withLength));

        Assert.That(Fault(await Fetch("/a")), Is.EqualTo(FetchFault.TooLarge));
    }

    [Test]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        _site.Set("/a", Answer.Huge(2_000_000)).Set("/b", Answer.Huge(2_000_001));

        Assert.That(Page(await Fetch("/a")).Body.Length, Is.EqualTo(2_000_000));
        Assert.That(Fault(await Fetch("/b")), Is.EqualTo(FetchFault.TooLarge));
    }

    [Test]
    public async Task A_slow_drip_and_no_answer_end_at_the_time_out()
    {
        Use(TimeProvider.System);
        _options.Value = _options.Value with { Timeout = TimeSpan.FromMilliseconds(400) };
        _site.Set("/drip", Answer.Drip(TimeSpan.FromMilliseconds(20))).Set("/never", Answer.Never()).Set("/robots.txt", Answer.Text(""));

        Assert.That(Fault(await Fetch("/drip")), Is.EqualTo(FetchFault.Timeout));
        Assert.That(Fault(await Fetch("/never")), Is.EqualTo(FetchFault.Timeout));
    }

    [Test]
    public async Task Broken_answers_have_a_name()
    {
        Use(TimeProvider.System);
        _site.Set("/reset", Answer.Reset()).Set("/cut", Answer.Truncated("<p>half"))
            .Set("/torn", Answer.Bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff], "text/html", 200, ("Content-Encoding", "gzip")))
            .Set("/odd", Answer.Bytes("x"u8.ToArray(), "text/html", 200, ("Content-Encoding", "compress")))
            .Set("/layers", Answer.Bytes("x"u8.ToArray(), "text/html", 200, ("Content-Encoding", "gzip, gzip, gzip")))
            .Set("/heads", Answer.With(200, ("X-Long", new string('x', 100_000))));

        Assert.That(Fault(await Fetch("/reset")), Is.EqualTo(FetchFault.Connect).Or.EqualTo(FetchFault.BadContent));
        Assert.That(Fault(await Fetch("/cut")), Is.EqualTo(FetchFault.Connect).Or.EqualTo(FetchFault.BadContent));
        Assert.That(Fault(await Fetch("/torn")), Is.EqualTo(FetchFault.BadContent));
        Assert.That(Fault(await Fetch("/odd")), Is.EqualTo(FetchFault.BadContent));
        Assert.That(Fault(await Fetch("/layers")), Is.EqualTo(FetchFault.BadContent));
        Assert.That(Fault(await Fetch("/heads")), Is.EqualTo(FetchFault.TooLarge));
    }

    [Test]
    public async Task A_closed_port_and_an_unknown_name_have_names()
    {
        var port = _site.Root.Port;
        await _site.DisposeAsync();
        var closed = await _fetcher.FetchAsync(new FetchRequest(new Uri($"http://127.0.0.1:{port}/")), default);
        var unknown = await _fetcher.FetchAsync(new FetchRequest(new Uri("http://no-such-host.invalid/")), default);
        _site = await LoopbackSite.StartAsync();

        Assert.That(Fault(closed), Is.EqualTo(FetchFault.Connect));
        Assert.That(Fault(unknown), Is.EqualTo(FetchFault.Dns));
    }

    [Test]
    public async Task A_plain_server_asked_for_tls_is_named_as_such()
    {
        var outcome = await _fetcher.FetchAsync(new FetchRequest(new Uri($"https://127.0.0.1:{_site.Root.Port}/")), default);

        Assert.That(Fault(outcome), Is.EqualTo(FetchFault.Tls));
    }

    private void Use(TimeProvider time)
    {
        _exchange?.Dispose();
        _exchange = new HttpExchange(_options, time);
        _turns = new HostTurns(time);
        _fetcher = new PageFetcher(_options, _exchange, _turns, new RobotsCache(_options, _exchange, _turns, time, NullLogger.Instance), time);
    }

    private async Task<FetchOutcome> Fetch(string path)
    {
        // Trouble makes the host's pauses grow, and nobody else moves this clock.
        var fetching = _fetcher.FetchAsync(new FetchRequest(_site.Url(path)), default);
        while (await Task.WhenAny(fetching, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System)) != fetching)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await fetching;
    }

    private static Model.Page Page(FetchOutcome outcome) => outcome is FetchOutcome.Fetched fetched ? fetched.Page : throw new AssertionException($"No page but {outcome}.");

    private static FetchFault Fault(FetchOutcome outcome) => outcome is FetchOutcome.Failed failed ? failed.Fault : throw new AssertionException($"No fault but {outcome}.");
}
