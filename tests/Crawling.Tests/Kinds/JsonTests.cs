using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Json;
using OpinionWatch.Crawling.Tests.Extraction;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Kinds;

public sealed class JsonTests
{
    private const string Answered = """
        {"code":0,"data":{"groups":[{"rows":[{"id":7,"t":"甲村砂场","at":1795500000,"s":"<p>夜间&nbsp;施工</p>"},{"id":"8/x","t":"乙村水塘","at":"2026-11-24 10:20"}]},{"rows":[{"id":9,"t":"丙村道路"}]}]}}
        """;

    [Test]
    public void Items_are_read_by_the_paths_of_the_configuration()
    {
        var paths = new JsonPaths { Items = "data.groups[*].rows[*]", Title = "t", Url = "https://news.example.cn/d/{id}.html", Time = "at", Text = "s" };

        var reading = Read(Answered, paths);

        Assert.That(reading.Items.Select(item => (item.Url.AbsoluteUri, item.Title)), Is.EqualTo(new[]
        {
            ("https://news.example.cn/d/7.html", "甲村砂场"), ("https://news.example.cn/d/8%2Fx.html", "乙村水塘"), ("https://news.example.cn/d/9.html", "丙村道路"),
        }));
        Assert.That(reading.Items[0].Text, Is.EqualTo("夜间 施工"));
        Assert.That(reading.Items[0].PublishedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1795500000)));
        Assert.That(reading.Items[1].PublishedAt, Is.EqualTo(Sample.At("2026-11-24 10:20")));
    }

    [TestCase("""{"data":{"list":[{"title":"甲村的事","url":"/d/1.html","publish_time":"2026-11-24 10:20","digest":"摘要"},{"title":"乙村的事","url":"/d/2.html"}],"tags":[{"name":"热"}]}}""")]
    [TestCase("""[{"headline":"甲村的事","href":"/d/1.html","ctime":1795486800000,"summary":"摘要"},{"headline":"乙村的事","href":"/d/2.html"}]""")]
    [TestCase("""cb123({"result":[{"docTitle":"甲村的事","docUrl":"/d/1.html","pub-date":"2026-11-24 10:20","content":"摘要"},{"docTitle":"乙村的事","docUrl":"/d/2.html"}]});""")]
    public void Without_paths_the_usual_names_are_found(string json)
    {
        var reading = Read(json, null);

        Assert.That(reading.Items.Select(item => (item.Url.AbsolutePath, item.Title)), Is.EqualTo(new[] { ("/d/1.html", "甲村的事"), ("/d/2.html", "乙村的事") }));
        Assert.That(reading.Items[0].PublishedAt, Is.Not.Null);
        Assert.That(reading.Items[0].Text, Is.EqualTo("摘要"));
    }

    [TestCase("<html>请登录</html>", "返回的不是 JSON")]
    [TestCase("""{"data":[]}""", "找不到条目列表")]
    [TestCase("""{"data":""", "返回的不是 JSON")]
    public void What_is_wrong_is_named(string json, string why) => Assert.That(Read(json, null).Fault, Does.Contain(why));

    [Test]
    public void A_path_that_leads_nowhere_is_named() => Assert.That(Read(Answered, new JsonPaths { Items = "data.list" }).Fault, Does.Contain("data.list"));

    [TestCase("a.b[0]['c.d'][*]", true)]
    [TestCase("$", true)]
    [TestCase("$.a", true)]
    [TestCase("a[", false)]
    [TestCase("a[x]", false)]
    [TestCase("a..b", false)]
    public void Paths_are_checked(string path, bool good) => Assert.That(JsonPath.Parse(path), good ? Is.Not.Null : Is.Null);

    [Test]
    public void Deep_and_broken_json_is_a_fault_and_no_failure() => Assert.That(Read(string.Concat(Enumerable.Repeat("[", 100_000)), null).Fault, Is.Not.Null);

    [Test]
    public async Task Entries_without_a_page_become_documents_of_what_the_list_says_and_no_page_is_asked_for()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Set("/hot", Answer.Bytes(System.Text.Encoding.UTF8.GetBytes("""{"data":[{"word":"甲村征地补偿未发","hot":12},{"word":"乙村水塘","hot":3}]}"""), "application/json"));
        await using var rig = new Rig(TimeProvider.System, new PageReader());
        rig.Watch(Rig.SourceOf(site, path: "/hot") with { Kind = SourceKind.Auto });
        using var crawler = rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(rig.Sink.Documents.Select(document => document.Title), Is.EqualTo(["甲村征地补偿未发", "乙村水塘"]));
        Assert.That(site.Requests.Select(request => request.Path).Distinct(), Is.EqualTo(["/robots.txt", "/hot"]));
        Assert.That(crawler.Health()[0].Kind, Is.EqualTo(SourceKind.Json));
    }

    private static ListReading Read(string json, JsonPaths? paths) =>
        new PageReader().ReadList(Sample.Page(json, "https://news.example.cn/api", contentType: "application/json"), Sample.Source with { Kind = SourceKind.Json, Json = paths }, Sample.Zone);
}
