using System.Diagnostics;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class HostilePageTests
{
    private const int Seconds = 20;

    private static IEnumerable<TestCaseData> Pages()
    {
        yield return Hostile("nested divisions", Repeat("<div>", 200_000) + "强拆");
        yield return Hostile("nested formatting", Repeat("<b><i><p>", 60_000) + "强拆");
        yield return Hostile("formatting re-opened", string.Concat(Enumerable.Range(0, 400).Select(n => $"<b id=x{n}>")) + Repeat("<p>x</p>", 20_000) + "强拆");
        yield return Hostile("one tag with many attributes", "<div " + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}=1 ")) + ">强拆</div>");
        yield return Hostile("a huge attribute", "<p title='" + new string('x', 2_000_000) + "'>强拆</p>");
        yield return Hostile("unclosed comments", "强拆" + Repeat("<!--", 200_000));
        yield return Hostile("unclosed drawings", "强拆" + Repeat("<svg>", 100_000));
        yield return Hostile("text in a table", "强拆<table>" + Repeat("x<tr>", 50_000));
        yield return Hostile("wide lists", "强拆" + Repeat("<li><a href=/n/20261124.html>很长的新闻标题</a>", 40_000));
        yield return Hostile("less-than signs", "强拆" + Repeat("<", 1_000_000));
        yield return Hostile("nested lists", Repeat("<ul><li>", 50_000) + "强拆");
        yield return Hostile("open quotes", "强拆" + Repeat("<a href=\"", 100_000));
        yield return Hostile("named divisions", Repeat("<div class='comment nav page'>x", 100_000) + "强拆，来了。");
        yield return Hostile("floors", string.Concat(Enumerable.Range(1, 20_000).Select(n => $"<div><span>{n}楼</span><p>内容{n}</p></div>")));
        yield return Hostile("one floor many times", Repeat("<b>1楼</b>", 60_000));
        yield return Hostile("a script full of names", "<script>" + Repeat("\"a\":\"强拆\",pubtime=", 200_000) + "</script>强拆");
        yield return Hostile("hidden parts", Repeat("<div style=display:none>" + new string('强', 300) + "</div>", 5_000) + "强拆");
        yield return Hostile("many spans", Repeat("<span>强拆</span>", 500_000));
        yield return Hostile("zero characters", Repeat("强\0拆\0", 200_000));
        yield return Hostile("digits", "强拆" + new string('1', 500_000));
    }

    [TestCaseSource(nameof(Pages))]
    public void A_hostile_page_is_read_in_bounded_time(string html)
    {
        var watch = Stopwatch.StartNew();

        var reading = Sample.Item(Sample.Page("<title>强拆的标题</title><body>" + html));
        _ = Sample.List(Sample.Page("<body>" + html));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(Seconds)));
        Assert.That(reading.Documents.Count > 0 || reading.Fault is not null, Is.True);
    }

    [Test]
    public void Random_bytes_and_mutated_pages_never_throw()
    {
        var random = new Random(20261124);
        var seed = Encoding.UTF8.GetBytes("<html><head><title>标题</title></head><body><div id='post_1'><a id=postnum1>1#</a><em id=authorposton1>发表于 2026-11-24</em><div id='postmessage_1'>内容<blockquote>引</blockquote></div></div><ul><li><a href='/n/20261124_1.html'>新闻标题足够长的</a> 11-24</li></ul><rss><item><title>x</title><link>http://a/</link></item></rss></body></html>");

        for (var round = 0; round < 400; round++)
        {
            var body = round % 4 == 0 ? new byte[random.Next(2000)] : (byte[])seed.Clone();
            if (round % 4 == 0)
            {
                random.NextBytes(body);
            }

            for (var change = 0; change < 8 && body.Length > 0; change++)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            var page = Sample.Page(body[random.Next(Math.Max(1, body.Length / 2))..], round % 2 == 0 ? "http://bbs.example.cn/thread-1-1-1.html" : "http://a.example/x");
            Assert.That(Sample.Item(page), Is.Not.Null);
            Assert.That(Sample.List(page, round % 3 == 0 ? SourceKind.Discuz : SourceKind.Auto), Is.Not.Null);
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static TestCaseData Hostile(string name, string html) => new TestCaseData(html).SetArgDisplayNames(name);
}
