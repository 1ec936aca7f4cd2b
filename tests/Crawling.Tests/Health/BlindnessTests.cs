using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Health;

/// <summary>Every way of not seeing a source is named, with what to do.</summary>
public sealed class BlindnessTests
{
    private FakeTimeProvider _clock = null!;
    private LoopbackSite _site = null!;
    private Rig _rig = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync(time: _clock);
        _site.Otherwise = Answer.Html($"<h1>某地消息</h1><p>{string.Concat(Enumerable.Repeat("记者走访了当地多个村组，情况正在核实。", 8))}</p>");
        _rig = new Rig(_clock, new PageReader());
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase("empty", "页面是空的", "核对")]
    [TestCase("login", "页面要求登录", "不登录")]
    [TestCase("captcha", "页面要求验证", "调大 every")]
    [TestCase("challenge", "页面要求验证", "调大 every")]
    [TestCase("mojibake", "页面乱码", "编码")]
    [TestCase("script", "内容由脚本生成", "kind: json")]
    [TestCase("template", "列表认不出条目了（以往约 12 条）", "改版")]
    [TestCase("gone", "列表页不存在（状态 404）", "start")]
    [TestCase("block", "网站拒绝访问（状态 403）", "封")]
    [TestCase("soft404", "页面不存在或已被删除", "核对")]
    public async Task A_list_that_turns_bad_is_named_with_what_to_do(string trouble, string why, string advice)
    {
        _site.Set("/list", List(12));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(5))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Sink.Pages.Count == 12);

        _site.Set("/list", trouble switch
        {
            "empty" => Answer.Html(""),
            "login" => Answer.Html("<html><body><form>请先登录<input type='password'></form></body></html>"),
            "captcha" => Answer.Html("<html><body><p>请输入验证码后继续访问</p><img src='/c.png'></body></html>"),
            "challenge" => Answer.Html("<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing</p><script>x()</script></body></html>"),
            "mojibake" => Answer.Bytes([.. "<html><head><meta charset='utf-8'></head><body>"u8.ToArray(), .. Enumerable.Range(0, 900).Select(i => (byte)(i % 3 == 0 ? 0xFF : 0x41 + (i % 26)))], "text/html; charset=utf-8"),
            "script" => Answer.Html("<html><body><div id='app'></div><script src='/app.js'></script></body></html>"),
            "template" => Answer.Html($"<html><body><div>{string.Concat(Enumerable.Repeat("<p>网站全新改版，敬请期待，内容整理中，给您带来不便请谅解。</p>", 20))}</div></body></html>"),
            "gone" => Answer.With(404),
            "block" => Answer.With(403),
            _ => Answer.Html("<html><body><h1>404</h1><p>您访问的页面不存在</p></body></html>"),
        });
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(2), () => _rig.Crawler.Health()[0] is { State: SourceState.Blind, Trouble: not null });

        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain(why).And.Contain(advice));
        Assert.That(_rig.Crawler.Health()[0].Since, Is.GreaterThan(_clock.GetUtcNow().AddMinutes(-30)));
    }

    [Test]
    public async Task A_template_that_hides_most_items_is_doubted_at_once_and_what_is_new_in_it_is_taken()
    {
        _site.Set("/list", List(30));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(5))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Sink.Pages.Count == 30);

        _site.Set("/list", List(3, from: 100));
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Sink.Pages.Count == 33);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));
        var doubted = _rig.Crawler.Health()[0];
        _site.Set("/list", List(30));
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Crawler.Health()[0].State == SourceState.Seeing);

        Assert.That(doubted.State, Is.EqualTo(SourceState.Blind));
        Assert.That(doubted.Why, Does.Contain("只认出 3 条，以往约 30 条"));
    }

    [Test]
    public async Task A_page_frozen_on_a_workday_is_doubted_since_its_last_news()
    {
        var hour = 0;
        _site.Set("/list", Answer.From(_ => List(5 + (hour * 3))));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(30))).Start();
        for (; hour < 60; hour++)
        {
            await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        }

        var before = _rig.Crawler.Health()[0];
        var last = _clock.GetUtcNow();
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromHours(5));
        var frozen = _rig.Crawler.Health()[0];

        Assert.That(before.State, Is.EqualTo(SourceState.Seeing));
        Assert.That(frozen.State, Is.EqualTo(SourceState.Blind));
        Assert.That(frozen.Why, Does.StartWith("页面冻结").And.Contain("往常这段时间约有"));
        Assert.That(frozen.Since, Is.EqualTo(last).Within(TimeSpan.FromMinutes(61)));
    }

    [Test]
    public async Task A_name_without_an_address_is_named()
    {
        _rig.Watch(Rig.SourceOf(_site) with { Start = [new Uri("http://news.invalid/")] }).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Crawler.Health()[0].State == SourceState.Blind);

        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain("域名 news.invalid 解析失败").And.Contain("请检查本机网络"));
    }

    [Test]
    public async Task A_pause_that_leaves_no_room_for_the_interval_is_said_while_the_source_is_seen()
    {
        _site.Set("/robots.txt", Answer.Text("User-agent: *\nCrawl-delay: 50")).Set("/list", List(1)).Set("/two", List(1));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1)) with { Start = [_site.Url("/list"), _site.Url("/two")] }).Start();

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Crawler.Health()[0] is { Why: not null, LastVisitAt: not null });

        Assert.That(_rig.Crawler.Health()[0].Why, Does.Contain("达不到 every 60 秒").And.Contain("2 个列表").And.Contain("间隔 50 秒"));
        Assert.That(_rig.Crawler.Health()[0].State, Is.EqualTo(SourceState.Seeing));
    }

    private static Answer List(int count, int from = 0) => Answer.Html("<html><body><ul>" + string.Concat(Enumerable.Range(from, count).Select(i => $"<li><a href='/news/2026/{10_000 + i}.html'>某地消息第 {i} 则：当地情况通报</a><span>2026-03-01</span></li>")) + "</ul></body></html>");
}
