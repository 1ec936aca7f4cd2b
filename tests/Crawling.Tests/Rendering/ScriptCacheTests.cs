using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Rendering;

public sealed class ScriptCacheTests
{
    private FakeTimeProvider _clock = null!;
    private ScriptCache _cache = null!;

    [SetUp]
    public void SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _cache = new ScriptCache(_clock);
    }

    [TestCase("Cache-Control", "max-age=86400", 599, true)]
    [TestCase("Cache-Control", "max-age=86400", 601, false)]
    [TestCase("Cache-Control", "public, max-age=20", 19, true)]
    [TestCase("Cache-Control", "public, max-age=20", 21, false)]
    [TestCase("Cache-Control", "max-age=0", 0, false)]
    [TestCase("Cache-Control", "no-cache", 0, false)]
    [TestCase("Cache-Control", "no-store, max-age=600", 0, false)]
    [TestCase("Pragma", "no-cache", 0, false)]
    [TestCase("Expires", "0", 0, false)]
    [TestCase("Expires", "Mon, 02 Mar 2026 09:02:00 GMT", 119, true)]
    [TestCase("Expires", "Mon, 02 Mar 2026 09:02:00 GMT", 121, false)]
    [TestCase("X-Other", "1", 59, true)]
    [TestCase("X-Other", "1", 61, false)]
    public void A_script_is_kept_for_as_long_as_its_site_says_and_ten_minutes_at_most(string name, string value, int seconds, bool isKept)
    {
        _cache.Keep(Url("/data/newslist.js"), Script((name, value)));

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(_cache.Find(Url("/data/newslist.js")) is not null, Is.EqualTo(isKept));
    }

    [TestCase("/list.js?callback=jQuery1")]
    [TestCase("/list.js?jsonpCallback=x")]
    [TestCase("/list.js?id=1&_=1767225600")]
    public void An_answer_made_for_one_call_is_not_kept(string address)
    {
        _cache.Keep(Url(address), Script(("Cache-Control", "max-age=600")));

        Assert.That(_cache.Find(Url(address)), Is.Null);
    }

    [Test]
    public void Ever_new_addresses_of_tiny_scripts_do_not_fill_memory()
    {
        for (var i = 0; i < 2000; i++)
        {
            _cache.Keep(Url($"/s{i}.js"), Script(("Cache-Control", "max-age=600")));
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.That(Enumerable.Range(0, 2000).Where(i => _cache.Find(Url($"/s{i}.js")) is not null), Is.EqualTo(Enumerable.Range(1500, 500)));
    }

    private static Uri Url(string path) => new("http://www.example.cn" + path);

    private Page Script((string Name, string Value) header) =>
        new() { RequestedUrl = Url("/"), Url = Url("/"), Status = 200, Body = "1"u8.ToArray(), Headers = [KeyValuePair.Create(header.Name, header.Value)], FetchedAt = _clock.GetUtcNow() };
}
