using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;
using OpinionWatch.TestKit.Farm;

namespace OpinionWatch.Crawling.Tests.Traps;

/// <summary>Whatever one page does, the articles beside it are found, and nothing forbidden is asked for.</summary>
public sealed class HostileFarmTests
{
    private static readonly Dictionary<string, Func<Answer>> Troubles = new()
    {
        ["a body of 200 MB"] = () => Answer.Huge(200_000_000),
        ["a body of 200 MB with its length"] = () => Answer.Huge(200_000_000, withLength: true),
        ["a slow drip"] = () => Answer.Drip(TimeSpan.FromMilliseconds(50)),
        ["no answer"] = Answer.Never,
        ["a reset"] = Answer.Reset,
        ["a wrong length"] = () => Answer.Truncated("<html><body><p>半截</p>"),
        ["a gzip bomb"] = () => Answer.Bomb(100_000_000),
        ["a br bomb"] = () => Answer.Bomb(100_000_000, "br"),
        ["a zstd bomb"] = () => Answer.Bomb(100_000_000, "zstd"),
        ["a redirect loop"] = () => Answer.Redirect("/trouble.html"),
        ["a redirect inside"] = () => Answer.Redirect("http://169.254.169.254/latest/meta-data/"),
        ["a redirect to the bait"] = () => Answer.Redirect(HostileSites.Bait),
        ["HTML 200,000 deep"] = () => HostileSites.Deep(200_000),
        ["a million attributes"] = () => Answer.Html("<html><body><p " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=1 ")) + ">字</p></body></html>"),
        ["headers without end"] = () => Answer.With(200, [.. Enumerable.Range(0, 900).Select(i => ($"X-{i}", new string('x', 100)))]),
        ["garbage for HTTP"] = () => Answer.Raw("HTTP/1.1 abc\r\n\0\0\r\n\r\n"),
    };

    public static IEnumerable<string> Names => Troubles.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task Beside_trouble_every_sound_article_is_found_and_the_bait_is_left_alone(string trouble)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Trouble("/trouble.html", Troubles[trouble]());
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Options.Value = rig.Options.Value with { Timeout = TimeSpan.FromSeconds(1), AllowAddresses = ["127.0.0.0/8"] };
        rig.Watch(Rig.SourceOf(site));
        using var crawler = rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(rig.Sink.Documents.Select(document => document.Url), Is.SupersetOf(Enumerable.Range(10_000, 3).Select(number => site.Url($"/news/2026/{number}.html").AbsoluteUri)));
        Assert.That(site.Count(HostileSites.Bait), Is.Zero);
        Assert.That(site.MostConcurrentRequests, Is.EqualTo(1));
        Assert.That(site.Count("/trouble.html"), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task Endless_paging_is_followed_no_further_than_asked_and_all_means_a_thousand()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Trouble("/list", HostileSites.EndlessPaging("/list")).Set("/list", HostileSites.EndlessPaging("/list"));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, listPages: 4));
        using var crawler = rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(site.Requests.Count(request => request.Path.StartsWith("/list", StringComparison.Ordinal)), Is.EqualTo(4));
    }

    [Test]
    public async Task Session_ids_of_any_name_do_not_make_known_articles_new()
    {
        var count = 12;
        await using var site = await LoopbackSite.StartAsync();
        site.Trouble("/list", HostileSites.Sessions(() => count)).Set("/list", HostileSites.Sessions(() => count));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site));
        using var crawler = rig.Create();
        await crawler.CrawlOnceAsync(["s"], default);
        await crawler.CrawlOnceAsync(["s"], default);
        var before = rig.Sink.Pages.Count;

        count = 14;
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(before, Is.EqualTo(12));
        Assert.That(rig.Sink.Pages, Has.Count.EqualTo(14));
    }

    [Test]
    public async Task A_calendar_and_paths_that_repeat_are_not_followed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Trouble("/a/b/a/b/a/b/a/b/20260301.html", Answer.Html("x"));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, listPages: int.MaxValue));
        using var crawler = rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(site.Requests.Select(request => request.Path), Has.None.Contains("/a/b/"));
    }

    [TestCase("<html><body><p>请输入验证码后继续访问</p></body></html>", "验证")]
    [TestCase("<html><head><title>Just a moment...</title></head><body>Checking your browser<script>x()</script></body></html>", "验证")]
    [TestCase("<html><body><p>请先登录<input type='password'></p></body></html>", "登录")]
    public async Task Articles_behind_a_captcha_a_challenge_or_a_login_are_named_in_health_though_the_list_is_read(string page, string why)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Trouble("/news/2026/1.html", Answer.With(404), sound: 8);
        site.Otherwise = Answer.Html(page);
        await using var rig = new Rig(clock, new PageReader());
        rig.Watch(Rig.SourceOf(site)).Start();

        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => rig.Crawler.Health()[0].State == SourceState.Blind);
        var blind = rig.Crawler.Health()[0];
        site.Otherwise = HostileSites.Article("/news/2026/9.html");
        site.Set("/list", HostileSites.List([.. Enumerable.Range(20_000, 3).Select(number => $"/news/2026/{number}.html")]));
        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(10), () => rig.Crawler.Health()[0].State == SourceState.Seeing);

        Assert.That(blind.Why, Does.StartWith("文章页看不到").And.Contain(why));
    }

    [Test]
    public async Task Politeness_holds_over_the_whole_farm_as_its_log_shows()
    {
        var pause = TimeSpan.FromMilliseconds(40);
        var sites = new List<LoopbackSite>();
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Options.Value = rig.Options.Value with { Delay = pause, Timeout = TimeSpan.FromMilliseconds(500) };
        foreach (var trouble in Troubles.Values)
        {
            var site = await LoopbackSite.StartAsync();
            sites.Add(site.Trouble("/trouble.html", trouble(), sound: 6));
        }

        rig.Watch([.. sites.Select((site, i) => Rig.SourceOf(site, $"s{i}", every: TimeSpan.FromSeconds(1)))]).Start();
        await rig.Sink.UntilAsync(sink => sites.TrueForAll(site => sink.Documents.Count(document => document.Url!.StartsWith(site.Root.AbsoluteUri + "news/", StringComparison.Ordinal)) >= 6));
        await rig.StopAsync();

        // When an answer was given up by us, the site learns of its end later than we do.
        var gaps = sites.SelectMany(site => site.Requests.Zip(site.Requests.Skip(1)).Where(pair => pair.First.EndedAt is not null && pair.First.Path != "/trouble.html").Select(pair => pair.Second.ArrivedAt - pair.First.EndedAt!.Value)).ToList();
        Assert.That(sites.Select(site => site.MostConcurrentRequests), Is.All.EqualTo(1));
        Assert.That(gaps.Count(gap => gap < pause * 0.95), Is.LessThanOrEqualTo(gaps.Count / 200));
        Assert.That(sites.Sum(site => site.Count(HostileSites.Bait)), Is.Zero);
        Assert.That(rig.Sink.Pages.Where(page => page.Page.Status == 200).GroupBy(page => page.Page.RequestedUrl).Where(same => same.Count() > 1), Is.Empty);
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }
}
