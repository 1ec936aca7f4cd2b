using System.Globalization;
using System.Text;

namespace OpinionWatch.Benchmarks.Farm;

/// <summary>Writes the pages of the benchmark farm: a news site's list and articles, with the navigation, related links and footer real ones carry.</summary>
internal static class FarmPages
{
    private const int NavigationLinks = 40;
    private const int RelatedLinks = 20;
    private const int Paragraphs = 8;

    private static readonly string[] Villages = ["石桥", "竹山", "柳溪", "云台", "长塘", "梅岭", "枫林", "双江", "大坪", "鹿角"];
    private static readonly string[] Sentences =
    [
        "村民告诉记者，挖机是凌晨进场的，事先没有人通知，也没有看到公告。",
        "镇里的工作人员表示，已经把情况报给县里，正在等回复。",
        "附近的几户人家说，墙上的裂缝从去年就有，今年雨季又宽了两指。",
        "记者沿着便道往里走，路面被重车压得高低不平，两边的稻子还没有收。",
        "按照公示的方案，这一片要到明年才动工，补偿标准也还在征求意见。",
    ];

    /// <summary>Writes the headline of an article; unique on the whole farm.</summary>
    public static string Title(int host, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"桃江县{Villages[(host + number) % Villages.Length]}村{host}组{number}号房屋遭强拆 村民称未获补偿");

    /// <summary>Writes a list page with links to articles, newest first.</summary>
    public static string List(int host, IEnumerable<int> numbers)
    {
        var page = Head("新闻列表");
        page.Append("<ul class=\"news-list\">");
        foreach (var number in numbers)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/a/{number}.html\">{Title(host, number)}</a><span>11-24</span></li>");
        }

        return Foot(page.Append("</ul>"));
    }

    /// <summary>Writes an article.</summary>
    public static string Article(int host, int number, DateTimeOffset publishedAt)
    {
        var title = Title(host, number);
        var page = Head(title);
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"crumb\"><a href=\"/\">首页</a> &gt; <a href=\"/\">新闻</a> &gt; 正文</div><h1>{title}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"info\">{publishedAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss} 来源：示例网 作者：示例记者</div><div class=\"content\">");
        for (var paragraph = 0; paragraph < Paragraphs; paragraph++)
        {
            page.Append("<p>");
            for (var sentence = 0; sentence < 4; sentence++)
            {
                page.Append(Sentences[(host + number + (paragraph * 3) + sentence) % Sentences.Length]);
            }

            page.Append(CultureInfo.InvariantCulture, $"（{host}-{number}-{paragraph}）</p>");
        }

        page.Append("</div><div class=\"related\"><h3>相关新闻</h3><ul>");
        for (var link = 0; link < RelatedLinks; link++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/r/{link}.html\">往期报道第{link}条：会议在示例厅召开</a></li>");
        }

        return Foot(page.Append("</ul></div>"));
    }

    private static StringBuilder Head(string title)
    {
        var page = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"><title>");
        page.Append(title).Append("_示例网</title><style>body{margin:0}.nav a{padding:4px}</style><script>var site={id:1,name:'示例'};</script></head><body><div class=\"nav\">");
        for (var link = 0; link < NavigationLinks; link++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"/c/{link}/\">栏目{link}</a>");
        }

        return page.Append("</div><div class=\"main\">");
    }

    private static string Foot(StringBuilder page) =>
        page.Append("</div><div class=\"footer\">版权所有 示例网 未经授权不得转载<br>备案号 00000000</div></body></html>").ToString();
}
