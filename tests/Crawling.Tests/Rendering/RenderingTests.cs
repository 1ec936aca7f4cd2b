using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Rendering;

/// <summary>What needs no Chromium.</summary>
public sealed class RenderingTests
{
    [TestCase("Script", "GET", "http://www.example.cn/a.js", "Serve")]
    [TestCase("Script", "GET", "http://static.example.cn/a.js", "Serve")]
    [TestCase("Script", "GET", "https://example.cn/a.js", "Serve")]
    [TestCase("Script", "GET", "http://cdn.example.net/a.js", "Serve")]
    [TestCase("Script", "GET", "http://tracker.example.net/a.js", "Refuse")]
    [TestCase("Script", "GET", "http://badexample.cn/a.js", "Refuse")]
    [TestCase("Script", "GET", "ftp://www.example.cn/a.js", "Refuse")]
    [TestCase("Fetch", "GET", "http://api.example.cn/list", "Serve")]
    [TestCase("XHR", "POST", "http://www.example.cn/list", "Serve")]
    [TestCase("XHR", "POST", "http://api.example.cn/list", "Refuse")]
    [TestCase("XHR", "DELETE", "http://www.example.cn/list", "Refuse")]
    [TestCase("Document", "GET", "http://www.example.cn/next", "Serve")]
    [TestCase("Document", "POST", "http://www.example.cn/next", "Refuse")]
    [TestCase("Document", "GET", "http://cdn.example.net/next", "Refuse")]
    [TestCase("Stylesheet", "GET", "http://anywhere.example.org/s.css", "Empty")]
    [TestCase("Image", "GET", "http://www.example.cn/i.png", "Refuse")]
    [TestCase("Font", "GET", "http://www.example.cn/f.woff", "Refuse")]
    [TestCase("Media", "GET", "http://www.example.cn/v.mp4", "Refuse")]
    [TestCase("WebSocket", "GET", "http://www.example.cn/ws", "Refuse")]
    [TestCase("Preflight", "OPTIONS", "http://api.example.cn/list", "Refuse")]
    public void Scripts_and_data_of_the_pages_own_site_are_asked_for_and_nothing_else(string type, string method, string url, string expected) =>
        Assert.That(PageParts.Decide(type, method, new Uri(url), new Uri("http://www.example.cn/list"), ["cdn.example.net"], isMainFrame: true).ToString(), Is.EqualTo(expected));

    [TestCase("http://a.gov.cn/", "http://b.gov.cn/x.js")]
    [TestCase("http://a.com.cn/", "http://com.cn/x.js")]
    [TestCase("http://192.0.2.1/", "http://198.0.2.1/x.js")]
    [TestCase("http://intranet/", "http://other/x.js")]
    public void Two_sites_under_one_suffix_are_two(string page, string url) =>
        Assert.That(PageParts.Decide("Script", "GET", new Uri(url), new Uri(page), [], isMainFrame: true), Is.EqualTo(PagePart.Refuse));

    [TestCase("Script", 4096, "Serve")]
    [TestCase("Script", 4097, "Refuse")]
    [TestCase("Fetch", 4097, "Refuse")]
    [TestCase("Document", 60_000, "Refuse")]
    public void Addresses_without_end_are_not_asked_for(string type, int length, string expected)
    {
        const string Start = "http://www.example.cn/a?x=";

        var decided = PageParts.Decide(type, "GET", new Uri(Start + new string('x', length - Start.Length)), new Uri("http://www.example.cn/list"), [], isMainFrame: true);

        Assert.That(decided.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void A_frame_in_the_page_is_not_loaded() =>
        Assert.That(PageParts.Decide("Document", "GET", new Uri("http://a.example.cn/f"), new Uri("http://a.example.cn/"), [], isMainFrame: false), Is.EqualTo(PagePart.Refuse));

    [TestCase("\\ud83d\\ude00", "\ud83d\ude00")]
    [TestCase("a\\ud83dz", "a\ufffdz")]
    [TestCase("\\ude00\\ud83d", "\ufffd\ufffd")]
    [TestCase("\\\\ud83d\\n", "\\ud83d\n")]
    [TestCase("\\ud83d", "\ufffd")]
    public void Half_a_character_becomes_the_mark_for_one(string json, string expected) =>
        Assert.That(JsonSerializer.Deserialize<string>(LoneSurrogates.Replaced($"\"{json}\"")), Is.EqualTo(expected));

    [TestCase("/nowhere/chromium", "没有找到 Chromium")]
    [TestCase("/bin/false", "rendering.conf")]
    public async Task Without_a_Chromium_a_site_that_needs_one_is_blind_says_so_and_is_asked_for_nothing(string chromium, string why)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(time: clock);
        site.Set("/list", Answer.Html("<script>1</script>"));
        await using var rig = new Rig(clock);
        rig.Options.Value = rig.Options.Value with { Chromium = chromium };
        rig.Watch(Rig.SourceOf(site) with { Render = true }).Start();

        await Rig.AdvanceUntilAsync(clock, TimeSpan.FromSeconds(10), () => rig.Crawler.Health()[0].State == SourceState.Blind);

        Assert.That(rig.Crawler.Health()[0].Why, Does.Contain(why));
        Assert.That(site.Requests, Is.Empty);
    }
}
