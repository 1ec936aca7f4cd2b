using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Crawling.Tests.Fetching;

public sealed class HttpExchangeTests
{
    private Current<CrawlingOptions> _options = null!;
    private HttpExchange _exchange = null!;
    private PageFetcher _fetcher = null!;

    [SetUp]
    public void SetUp()
    {
        _options = new(new CrawlingOptions { Delay = TimeSpan.Zero, AllowAddresses = ["127.0.0.0/8", "::1"] });
        _exchange = new HttpExchange(_options, TimeProvider.System);
        var turns = new HostTurns(TimeProvider.System);
        _fetcher = new PageFetcher(_options, _exchange, turns, new RobotsCache(_options, _exchange, turns, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), TimeProvider.System);
    }

    [TearDown]
    public void TearDown() => _exchange.Dispose();

    [TestCase("localhost", -10, 30, "不是受信任的机构签发")]
    [TestCase("localhost", -30, -2, "过期")]
    [TestCase("localhost", 2, 30, "起才有效")]
    [TestCase("other.example.cn", -10, 30, "是发给 other.example.cn 的，与网址 localhost 不符")]
    public async Task What_is_wrong_with_a_certificate_is_named(string name, int fromDays, int untilDays, string why)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = LoopbackCertificate.Create(name, now.AddDays(fromDays), now.AddDays(untilDays));
        await using var site = await LoopbackSite.StartAsync(certificate: certificate);

        var failed = (FetchOutcome.Failed)await FetchAsync(OnName(site, "/a"));

        Assert.That(failed.Fault, Is.EqualTo(FetchFault.Tls));
        Assert.That(failed.Reason, Does.Contain(why).And.Contain("certificateSha256: " + LoopbackCertificate.Sha256(certificate)));
    }

    [Test]
    public async Task A_certificate_named_by_its_fingerprint_is_trusted_and_the_page_comes_over_http2()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = LoopbackCertificate.Create("localhost", now.AddDays(-30), now.AddDays(-2));
        await using var site = await LoopbackSite.StartAsync(certificate: certificate);
        site.Otherwise = Answer.Html("there");
        Watch(SourceOf(site) with { Start = [OnName(site, "/")], CertificateSha256 = LoopbackCertificate.Sha256(certificate).ToLowerInvariant() });

        var outcome = await FetchAsync(OnName(site, "/a"));

        Assert.That(outcome, Is.InstanceOf<FetchOutcome.Fetched>());
        Assert.That(site.Requests.Select(request => request.Protocol), Is.All.EqualTo("HTTP/2"));
        Assert.That(site.MostConnections, Is.EqualTo(1));
    }

    [Test]
    public async Task Plain_sites_are_asked_in_http11()
    {
        await using var site = await LoopbackSite.StartAsync(Answer.Html("there"));

        await FetchAsync(site.Root);

        Assert.That(site.Requests.Select(request => request.Protocol), Is.All.EqualTo("HTTP/1.1"));
    }

    [Test]
    public async Task Headers_and_cookies_of_a_site_go_to_its_own_host_only_and_stand_in_no_evidence()
    {
        await using var other = await LoopbackSite.StartAsync(Answer.Html("elsewhere", ("Set-Cookie", "theirs=1")));
        await using var site = await LoopbackSite.StartAsync(Answer.Html("first", ("Set-Cookie", "sid=abc; Path=/"), ("Set-Cookie", "far=1; Domain=example.cn"), ("Set-Cookie", "deep=1; Path=/x")));
        site.Set("/two", Answer.Html("second")).Set("/away", Answer.Redirect(other.Root.AbsoluteUri));
        var source = SourceOf(site) with { Cookies = true, Headers = new Dictionary<string, string> { ["X-Key"] = "secret", ["Accept-Language"] = "zh" } };

        await FetchAsync(site.Root, source);
        var second = (FetchOutcome.Fetched)await FetchAsync(site.Url("/two"), source);
        await FetchAsync(site.Url("/away"), source);
        var plain = await FetchAsync(site.Url("/two"));

        Assert.That(site.Requests.First(request => request.Path == "/two").Header("Cookie"), Is.EqualTo("sid=abc"));
        Assert.That(site.Requests.Where(request => request.Path == "/two").Select(request => (request.Header("X-Key"), request.Header("Accept-Language"))), Is.EqualTo(new[] { ("secret", "zh"), (null, "zh-CN,zh;q=0.9,en;q=0.3") }));
        Assert.That(other.Requests.SelectMany(request => request.Headers.Keys), Has.None.EqualTo("Cookie").And.None.EqualTo("X-Key"));
        Assert.That(second.Page.RequestHeaders.Where(header => header.Key is "Cookie" or "X-Key").Select(header => header.Value), Is.EqualTo(["(left out)", "(left out)"]));
        Assert.That(plain, Is.InstanceOf<FetchOutcome.Fetched>());
    }

    [Test]
    public async Task A_jar_is_bounded_and_old_cookies_leave_it()
    {
        var flood = Enumerable.Range(0, 80).Select(i => ("Set-Cookie", $"c{i}={new string('x', i % 10 == 0 ? 4200 : 20)}")).ToArray();
        await using var site = await LoopbackSite.StartAsync(Answer.InTurn(Answer.Html("a", ("Set-Cookie", "sid=1")), Answer.Html("b", ("Set-Cookie", "sid=1; Max-Age=0")), Answer.Html("c", flood), Answer.Html("d")));
        var source = SourceOf(site) with { Cookies = true };

        for (var i = 0; i < 4; i++)
        {
            await FetchAsync(site.Root, source);
        }

        var sent = site.Requests.Where(request => request.Path == "/").Select(request => request.Header("Cookie")).ToList();
        Assert.That(sent[..3], Is.EqualTo(new[] { null, "sid=1", null }));
        Assert.That(sent[3]!.Length, Is.LessThan(8192));
    }

    [Test]
    public async Task A_proxy_is_asked_for_names_it_knows_and_with_its_password_and_never_for_internal_addresses()
    {
        await using var proxy = await LoopbackSite.StartAsync();
        proxy.Set("http://news.invalid/a", Answer.Html("by proxy")).Set("http://news.invalid/robots.txt", Answer.With(404));
        _options.Value = _options.Value with { AllowAddresses = [], Proxy = new Uri(proxy.Root.AbsoluteUri.Replace("127.0.0.1", "us%20er:pa%3Ass@127.0.0.1", StringComparison.Ordinal)) };
        proxy.Otherwise = Answer.From(request => request.Headers.ProxyAuthorization.Count == 0 ? Answer.With(407, ("Proxy-Authenticate", "Basic realm=\"x\"")) : Answer.Html("inside"));

        var outcome = await FetchAsync(new Uri("http://news.invalid/a"));
        var inside = (FetchOutcome.Failed)await FetchAsync(new Uri("http://10.1.2.3/a"));
        var loop = (FetchOutcome.Failed)await FetchAsync(proxy.Url("/a"));

        Assert.That(outcome, Is.InstanceOf<FetchOutcome.Fetched>());
        Assert.That(new[] { inside.Fault, loop.Fault }, Is.All.EqualTo(FetchFault.BlockedAddress));
        Assert.That(proxy.Requests.Select(request => request.Path), Is.All.StartsWith("http://news.invalid/"));
    }

    private async Task<FetchOutcome> FetchAsync(Uri url, Source? site = null) => await _fetcher.FetchAsync(new FetchRequest(url) { Site = site }, default);

    private void Watch(Source source) => _options.Value = _options.Value with { Sources = [source] };

    private static Uri OnName(LoopbackSite site, string path) => new($"https://localhost:{site.Root.Port}{path}");

    private static Source SourceOf(LoopbackSite site) => new() { Id = "s", Name = "示例", Start = [site.Root] };
}
