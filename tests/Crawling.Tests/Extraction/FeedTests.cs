using System.Text;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class FeedTests
{
    private const string Feed = "http://news.example.cn/rss.xml";

    [Test]
    public void Control_characters_of_a_feed_are_left_out()
    {
        const string json = """{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":"/a","title":"强\u0007拆","content_text":"甲\u001b村\u0000事","authors":[{"name":"张\u0001某"}]}]}""";

        var item = Sample.List(Sample.Page(json, Feed)).Items.Single();

        Assert.That((item.Title, item.Text), Is.EqualTo(("强拆", "甲村事")));
        Assert.That(item.Author, Is.Null.Or.EqualTo("张某"));
    }

    [Test]
    public void Rss_gives_its_items_with_text_and_time()
    {
        const string xml = """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>频道</title><link>http://news.example.cn/</link>
            <item><title>某村强拆 &amp; 上访</title><link>/a/1.html</link><pubDate>Tue, 24 Nov 2026 10:20:30 +0800</pubDate><dc:creator>甲</dc:creator>
            <description>摘要</description><content:encoded><![CDATA[<p>第一段</p><p>第二段&nbsp;完</p>]]></content:encoded></item>
            <item><title><![CDATA[第二条]]></title><guid>http://news.example.cn/a/2.html</guid><pubDate>2026-11-24 10:00:00</pubDate><description>&lt;p&gt;内容&lt;/p&gt;</description></item>
            </channel></rss>
            """;

        var reading = Sample.List(Sample.Page(xml, Feed));

        Assert.That(reading.Kind, Is.EqualTo(SourceKind.Feed));
        Assert.That(reading.Items, Has.Count.EqualTo(2));
        Assert.That(reading.Items[0], Is.EqualTo(new ListedItem { Url = new("http://news.example.cn/a/1.html"), Title = "某村强拆 & 上访", Text = "第一段\n第二段 完", Author = "甲", PublishedAt = Sample.At("2026-11-24 10:20:30") }));
        Assert.That(reading.Items[1].Text, Is.EqualTo("内容"));
        Assert.That(reading.Items[1].PublishedAt, Is.EqualTo(Sample.At("2026-11-24 10:00")));
    }

    [Test]
    public void Atom_gives_link_author_and_mark()
    {
        const string xml = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title type="html">甲 &lt;b&gt;乙&lt;/b&gt;</title><link rel="self" href="x"/><link href="http://news.example.cn/3.html"/>
            <id>tag:1</id><published>2026-11-23T01:00:00Z</published><updated>2026-11-23T02:00:00Z</updated><author><name>丙</name></author>
            <content type="xhtml"><div><p>正文</p></div></content></entry></feed>
            """;

        var item = Sample.List(Sample.Page(xml, Feed)).Items.Single();

        Assert.That(item.Title, Is.EqualTo("甲 乙"));
        Assert.That(item.Author, Is.EqualTo("丙"));
        Assert.That(item.Text, Is.EqualTo("正文"));
        Assert.That(item.Url.AbsolutePath, Is.EqualTo("/3.html"));
        Assert.That(item.Mark, Is.EqualTo(Sample.At("2026-11-23 10:00").ToUnixTimeSeconds()));
    }

    [Test]
    public void Rdf_and_json_feed_are_read()
    {
        const string rdf = "<rdf:RDF xmlns='r'><channel><title>c</title></channel><item rdf:about='x'><title>甲</title><link>http://a.example/1</link><dc:date>2026-11-23T10:00+08:00</dc:date></item></rdf:RDF>";
        const string json = """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"http://a.example/2","title":"乙","content_html":"<p>丙</p>","date_published":"2026-11-23T10:00:00+08:00"}]}""";

        var first = Sample.List(Sample.Page(rdf, Feed)).Items.Single();
        var second = Sample.List(Sample.Page(json, Feed)).Items.Single();

        Assert.That((first.Title, first.PublishedAt), Is.EqualTo(("甲", (DateTimeOffset?)Sample.At("2026-11-23 10:00"))));
        Assert.That((second.Title, second.Text, second.PublishedAt), Is.EqualTo(("乙", "丙", (DateTimeOffset?)Sample.At("2026-11-23 10:00"))));
    }

    [TestCase("<rss><channel><item><title>甲&nbsp;乙 & 丙</title><link>http://a.example/1?x=1&y=2</link></item></channel></rss>")]
    [TestCase("\n\n junk <?xml version='1.0'?><rss><channel><item><title>甲</title><link>http://a.example/1</link></item><item><title>截")]
    [TestCase("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;'>]><rss><channel><item><title>甲&b;</title><link>http://a.example/1</link></item></channel></rss>")]
    public void A_broken_feed_gives_its_good_entries(string xml)
    {
        var reading = Sample.List(Sample.Page(xml, Feed));

        Assert.That(reading.Fault, Is.Null);
        Assert.That(reading.Items[0].Title, Does.StartWith("甲"));
        Assert.That(reading.Items[0].Title, Does.Not.Contain("root:"));
    }

    [Test]
    public void A_feed_in_gbk_that_claims_to_be_utf8_is_read()
    {
        const string xml = "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>非法占用耕地建厂房，群众多次反映没有结果</title><link>http://a.example/1</link></item></channel></rss>";

        var reading = Sample.List(Sample.Page(Sample.Gb.GetBytes(xml), Feed, "text/xml"));

        Assert.That(reading.Items.Single().Title, Does.StartWith("非法占用耕地"));
    }

    [Test]
    public void Only_feeds_look_like_feeds()
    {
        var reader = new PageReader();

        Assert.That(reader.LooksLikeFeed(Sample.Page("<?xml version='1.0'?><rss version='2.0'></rss>")), Is.True);
        Assert.That(reader.LooksLikeFeed(Sample.Page("<rss version='2.0'></rss>", encoding: Encoding.Unicode)), Is.True);
        Assert.That(reader.LooksLikeFeed(Sample.Page("<!doctype html><html><body>&lt;rss></body></html>")), Is.False);
    }
}
