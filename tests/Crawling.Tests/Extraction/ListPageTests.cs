using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class ListPageTests
{
    private const string Url = "http://www.example.gov.cn/xwzx/index.html";
    private const string Frame = "<html><head><title>新闻中心</title></head><body><div class='nav'><a href='/a/'>网站首页导航</a><a href='/b/'>政务公开栏目</a></div>{0}<div class='sidebar'><ul><li><a href='/hot/2026/1.html'>热点排行第一名的文章标题</a></li></ul></div><div class='footer'><a href='http://other.example.com/'>友情链接单位名称</a></div></body></html>";

    [Test]
    public void A_dated_list_gives_its_articles()
    {
        var html = Frame.Replace("{0}", "<ul class='list'><li><a href='./202611/t20261124_1.html' title='全市耕地保护工作推进会召开部署'>全市耕地保护工作推进会...</a><span>2026-11-24</span></li><li><a href='./202611/t20261123_2.html'>招聘公告</a><span>2026-11-23</span></li><li><a href='./202611/t20261122_3.html'>关于地质灾害防治的通知</a><span>11-22</span></li></ul><div class='page'><span>1</span><a href='index_1.html'>2</a><a href='index_1.html'>下一页</a></div>", StringComparison.Ordinal);

        var reading = Sample.List(Sample.Page(html, Url));

        Assert.That(reading.Kind, Is.EqualTo(SourceKind.List));
        Assert.That(reading.Items.Select(item => item.Title), Is.EqualTo(new[] { "全市耕地保护工作推进会召开部署", "招聘公告", "关于地质灾害防治的通知" }));
        Assert.That(reading.Items.Select(item => item.PublishedAt), Is.EqualTo(new DateTimeOffset?[] { Sample.At("2026-11-24"), Sample.At("2026-11-23"), Sample.At("2026-11-22") }));
        Assert.That(reading.Items[0].Url, Is.EqualTo(new Uri("http://www.example.gov.cn/xwzx/202611/t20261124_1.html")));
        Assert.That(reading.Next, Is.EqualTo(new Uri("http://www.example.gov.cn/xwzx/index_1.html")));
    }

    [Test]
    public void Cards_give_heading_and_time_once()
    {
        static string Card(int n) => $"<div class='item'><a href='/n/{n}00{n}.html'><img src='x.jpg'></a><h3><a href='/n/{n}00{n}.html'>第{n}条新闻的标题内容在此</a></h3><p>摘要文字</p><em>{n}小时前</em></div>";

        var reading = Sample.List(Sample.Page(Frame.Replace("{0}", "<div class='box'>" + Card(1) + Card(2) + Card(3) + "</div>", StringComparison.Ordinal), Url));

        Assert.That(reading.Items.Select(item => item.Title), Is.EqualTo(new[] { "第1条新闻的标题内容在此", "第2条新闻的标题内容在此", "第3条新闻的标题内容在此" }));
        Assert.That(reading.Items[1].PublishedAt, Is.EqualTo(Sample.At("2026-11-24 10:00")));
    }

    [Test]
    public void A_list_without_dates_and_the_script_pager_are_read()
    {
        var html = Frame.Replace("{0}", "<ul><li><a href='/n/20261124/1.html'>一条足够长的新闻标题甲甲</a></li><li><a href='/n/20261124/2.html'>一条足够长的新闻标题乙乙</a></li></ul><script>createPageHTML(20, 0, \"index\", \"html\");</script>", StringComparison.Ordinal);

        var reading = Sample.List(Sample.Page(html, Url));

        Assert.That(reading.Items, Has.Count.EqualTo(2));
        Assert.That(reading.Next, Is.EqualTo(new Uri("http://www.example.gov.cn/xwzx/index_1.html")));
    }

    [Test]
    public void An_empty_list_names_its_trouble()
    {
        Assert.That(Sample.List(Sample.Page("<body><form><input type=password></form>请先登录</body>", Url)).Fault, Is.EqualTo("页面要求登录"));
    }
}
