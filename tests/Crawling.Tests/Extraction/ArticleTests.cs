using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

/// <summary>One invented article in the layouts of news, government, portal and self-media sites.</summary>
public sealed class ArticleTests
{
    private const string Title = "某区三户房屋被强拆后村民要求说明";
    private const string One = "本网讯，十一月二十三日上午，某区某镇三户村民的房屋被拆除，村民称没有收到任何书面通知，要求有关部门说明理由。";
    private const string Two = "记者在现场看到，两台挖掘机停在路边，村民围在一起议论，镇干部表示正在了解情况，将尽快给出答复。";
    private const string Head = "<html><head><title>" + Title + "_示例新闻网</title></head><body><div class='nav'><a href='/'>首页</a><a href='/a'>要闻</a></div>";
    private const string Foot = "<div class='related'><h3>相关阅读</h3><ul><li><a href='/1.html'>另一条完全无关的新闻标题</a></li><li><a href='/2.html'>又一条无关的新闻标题在这里</a></li></ul></div><div class='footer'>版权所有 示例新闻网 未经许可不得转载，违者必究。地址：某市某路一号。</div></body></html>";

    private static IEnumerable<TestCaseData> Layouts()
    {
        const string paragraphs = "<p>　　" + One + "</p><p>　　" + Two + "</p>";
        const string breaks = "　　" + One + "<br><br>　　" + Two + "<br>";
        yield return Layout("paragraphs", "<h1>" + Title + "</h1><div class='info'>2026-11-24 10:20 来源：示例日报 作者：张某</div><div class='content'>" + paragraphs + "</div>");
        yield return Layout("line breaks", "<h1>" + Title + "</h1><p class='src'>2026年11月24日10:20　来源：示例日报</p><div id='zoom'>" + breaks + "</div>");
        yield return Layout("divisions", "<h1>" + Title + "</h1><span>2026/11/24 10:20:00</span><div class='a'><div>" + One + "</div><div>" + Two + "</div></div>");
        yield return Layout("sections of self-media", "<h2 class='rich_media_title' id='activity-name'>" + Title + "</h2><em id='publish_time'>2026-11-24 10:20</em><div id='js_content'><section><section><span>" + One + "</span></section></section><section><section><span>" + Two + "</span></section></section></div>");
        yield return Layout("table layout", "<table><tr><td class='biaoti'><h1>" + Title + "</h1></td></tr><tr><td>发布时间：2026-11-24 10:20 浏览次数：12</td></tr><tr><td>" + breaks + "</td></tr></table>");
        yield return Layout("article element", "<article><header><h1>" + Title + "</h1><time datetime='2026-11-24T10:20:00+08:00'>昨天</time></header>" + paragraphs + "</article>");
        yield return Layout("government editor", "<div class='xl-title'>" + Title + "</div><div class='xl-info'>发布日期：2026-11-24 10:20 信息来源：示例局 字体：大 中 小</div><div class='TRS_Editor'><div class='Custom_UnionStyle'>" + paragraphs + "</div></div><p>责任编辑：李某</p>");
        yield return Layout("a form round the page", "<form id='form1'><h1>" + Title + "</h1><p>2026-11-24 10:20</p><div class='detail'>" + paragraphs + "<p>（责任编辑：王某）</p></div></form>");
        yield return Layout("preformatted", "<h1>" + Title + "</h1><div>时间：2026-11-24 10:20</div><pre>" + One + "\n" + Two + "</pre>");
        yield return Layout("with comments", "<h1>" + Title + "</h1><div>2026-11-24 10:20</div><div class='article-body'>" + paragraphs + "</div><div class='comment-list'><div>网友甲：说得好，支持一下，希望早日解决。</div><div>网友乙：太过分了，应该查一查，不能不管。</div></div>");
        yield return Layout("JSON-LD", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + Title + "\",\"datePublished\":\"2026-11-24T10:20:00+08:00\",\"author\":{\"name\":\"张某\"}}</script><div class='big'>" + Title + "</div><div class='txt'>" + paragraphs + "</div>");
        yield return Layout("meta elements", "<meta name='PubDate' content='2026-11-24 10:20'><meta name='ArticleTitle' content='" + Title + "'><div class='main'><h3>" + Title + "</h3><div>" + paragraphs + "</div></div>");
        yield return Layout("unclosed paragraphs in capitals", "<H1>" + Title + "</H1><P>2026-11-24 10:20<DIV CLASS=text><P>" + One + "<P>" + Two + "</DIV>");
    }

    [Test]
    public void Control_characters_are_left_out_of_every_text()
    {
        var page = Sample.Page("<html><body><h1>某区三户\u0001房屋被强\u001B[31m拆后村民要求说明</h1><div>2026-11-24 10:20 作者：张\u0008某</div><div class='content'><p>" + One + "\u0000\u0007</p><p>" + Two + "&#3;&#27;</p></div></body></html>");

        var document = Sample.Item(page).Documents.Single();

        Assert.That(document.Title, Is.EqualTo("某区三户房屋被强[31m拆后村民要求说明"));
        Assert.That(document.Text.Where(c => c < ' ' && c is not ('\t' or '\n' or '\r')), Is.Empty);
        Assert.That(document.Text, Does.StartWith(One).And.Contain(Two));
        Assert.That(document.Author, Is.Null.Or.EqualTo("张某"));
    }

    [TestCaseSource(nameof(Layouts))]
    public void An_article_is_read_out_of_its_layout(string body)
    {
        var document = Sample.Item(Sample.Page(Head + body + Foot)).Documents.Single();

        Assert.That(document.Title, Is.EqualTo(Title));
        Assert.That(document.Text, Is.EqualTo(One + "\n" + Two));
        Assert.That(document.PublishedAt, Is.EqualTo(Sample.At("2026-11-24 10:20")));
        Assert.That(document.Kind, Is.EqualTo(DocumentKind.Article));
        Assert.That(document.ContentHash, Has.Length.EqualTo(64));
        Assert.That(document.Id, Has.Length.EqualTo(32));
    }

    [Test]
    public void Author_and_source_are_found()
    {
        var html = Head + "<h1>" + Title + "</h1><div>2026-11-24 10:20 来源：示例日报 作者：张某</div><div><p>" + One + "</p><p>" + Two + "</p></div>" + Foot;

        var document = Sample.Item(Sample.Page(html)).Documents.Single();

        Assert.That((document.Author, document.Site, document.Region, document.Charset), Is.EqualTo(("张某", "sample", "益阳", "utf-8")));
    }

    [Test]
    public void A_sites_selectors_override_what_the_reader_finds()
    {
        var page = Sample.Page(Head + "<h1>" + Title + "</h1><h2 class=x>真正的标题在这里</h2><div>2026-11-24 10:20 作者：张某</div><div class=d>11月20日 09:00</div><div class='content'><p>" + One + "</p></div><div class=y>" + Two + "</div><i id=z>李某</i>" + Foot);
        var source = Sample.Source with { Select = new SourceSelectors { Title = "h2.x", Text = "div.y", Time = ".d", Author = "#z" } };

        var document = new PageReader().ReadItem(page, source, Sample.Zone, null).Documents.Single();

        Assert.That((document.Title, document.Text, document.Author, document.PublishedAt), Is.EqualTo(("真正的标题在这里", Two, "李某", (DateTimeOffset?)Sample.At("2026-11-20 09:00"))));
    }

    [Test]
    public void A_selector_that_fits_nothing_counts_as_absent()
    {
        var page = Sample.Page(Head + "<h1>" + Title + "</h1><div class='content'><p>" + One + "</p></div>" + Foot);
        var source = Sample.Source with { Select = new SourceSelectors { Title = "h9", Text = "][", Time = "#none", Author = "" } };

        var document = new PageReader().ReadItem(page, source, Sample.Zone, null).Documents.Single();

        Assert.That((document.Title, document.Text), Is.EqualTo((Title, One)));
    }

    [TestCase("http://news.example.cn/2026-11/20/content_1.htm", "2026-11-20")]
    [TestCase("http://news.example.cn/a/202611/t20261119_77.html", "2026-11-19")]
    [TestCase("http://news.example.cn/2026/1118/c1-2.html", "2026-11-18")]
    [TestCase("http://news.example.cn/2027/1118/c1-2.html", null)]
    [TestCase("http://news.example.cn/read/20261399.html", null)]
    public void The_day_in_the_address_is_the_last_resort_for_the_time(string url, string? day)
    {
        var page = Sample.Page("<html><head><title>" + Title + "</title></head><body><h1>" + Title + "</h1><div class='content'><p>" + One + "</p></div></body></html>", url);

        var document = Sample.Item(page).Documents.Single();

        Assert.That(document.PublishedAt, Is.EqualTo(day is null ? (DateTimeOffset?)null : Sample.At(day)));
    }

    [TestCase("青石新闻网_2026年工作方案-征求意见稿-最终版", "2026年工作方案-征求意见稿-最终版")]
    [TestCase("关于某镇-某村道路的说明-青石新闻网", "关于某镇-某村道路的说明")]
    [TestCase("某镇道路塌陷，谁来修？_社会频道_青石网", "某镇道路塌陷，谁来修？")]
    public void A_headline_keeps_its_own_hyphens(string window, string title)
    {
        var page = Sample.Page("<html><head><title>" + window + "</title></head><body><div class=big>" + title + "</div><div class='content'><p>" + One + "</p></div></body></html>");

        Assert.That(Sample.Item(page).Documents.Single().Title, Is.EqualTo(title));
    }

    [Test]
    public void A_table_of_buildings_is_no_thread()
    {
        const string rows = "<table><tr><td>1#楼</td><td>十二户</td></tr><tr><td>2#楼</td><td>十八户</td></tr><tr><td>3#楼</td><td>九户</td></tr></table>";
        var page = Sample.Page(Head + "<h1>" + Title + "</h1><div>2026-11-24 10:20</div><div class='content'><p>" + One + "</p>" + rows + "</div>" + Foot);

        var document = Sample.Item(page).Documents.Single();

        Assert.That((document.Text, document.Floor), Is.EqualTo((One + "\n1#楼 十二户\n2#楼 十八户\n3#楼 九户", (int?)null)));
    }

    [TestCase("关闭矿坑12处")]
    [TestCase("来源要写清楚")]
    [TestCase("编辑部搬到三楼")]
    [TestCase("打印室改成阅览室")]
    public void A_last_line_that_begins_like_a_button_is_kept(string line)
    {
        var page = Sample.Page(Head + "<h1>" + Title + "</h1><div>2026-11-24 10:20</div><div class='content'><p>" + One + "</p><p>" + line + "</p></div>" + Foot);

        Assert.That(Sample.Item(page).Documents.Single().Text, Is.EqualTo(One + "\n" + line));
    }

    [Test]
    public void A_short_article_with_numbered_comments_is_no_thread()
    {
        const string comments = "<div class='comment-list'><div><b>甲</b><span>1楼</span><p>说得好，支持一下，希望早日解决这个问题。</p></div><div><b>乙</b><span>2楼</span><p>太过分了，应该查一查，不能不管不问。</p></div></div>";
        var page = Sample.Page(Head + "<h1>" + Title + "</h1><div>2026-11-24 10:20</div><div class='content'><p>" + One + "</p></div>" + comments + Foot);

        var document = Sample.Item(page).Documents.Single();

        Assert.That((document.Text, document.Floor, document.Kind), Is.EqualTo((One, (int?)null, DocumentKind.Article)));
    }

    [Test]
    public void A_short_post_is_kept()
    {
        var html = "<html><head><title>求助</title></head><body><div class=nav><a href=/>首页</a></div><h1>求助</h1><div class=content>后山塌方了！</div></body></html>";

        var document = Sample.Item(Sample.Page(html)).Documents.Single();

        Assert.That((document.Title, document.Text), Is.EqualTo(("求助", "后山塌方了！")));
    }

    [TestCase("<body><form><input type=text><input type=password><button>登录</button></form></body>", "页面要求登录")]
    [TestCase("<title>安全验证</title><body>请输入验证码继续访问</body>", "页面要求验证（验证码或脚本质询）")]
    [TestCase("<title>404</title><body><h1>404 Not Found</h1></body>", "页面不存在或已被删除")]
    [TestCase("<body><p>您访问的页面不存在</p></body>", "页面不存在或已被删除")]
    [TestCase("<body><div id=app></div><script src=app.js></script></body>", "页面没有正文，内容由脚本生成")]
    [TestCase("<body></body>", "页面是空的")]
    [TestCase("   ", "页面是空的")]
    public void A_page_that_is_no_article_says_what_it_is(string html, string fault)
    {
        var reading = Sample.Item(Sample.Page(html));

        Assert.That(reading.Fault, Is.EqualTo(fault));
        Assert.That(reading.Documents, Is.Empty);
    }

    [Test]
    public void The_next_part_of_an_article_is_found()
    {
        var html = Head + "<h1>" + Title + "</h1><div><p>" + One + "</p><p>" + Two + "</p></div><div class=page><a href='c100-12345_2.html'>下一页</a></div>" + Foot;

        Assert.That(Sample.Item(Sample.Page(html)).Next, Is.EqualTo(new Uri("http://news.example.cn/2026/1124/c100-12345_2.html")));
    }

    private static TestCaseData Layout(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
}
