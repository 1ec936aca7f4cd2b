using System.Globalization;
using System.Text;

namespace OpinionWatch.TestKit.Farm;

/// <summary>Lists and pages with every trouble a crawler meets, each behind a list that also holds sound articles; and a bait that robots.txt forbids.</summary>
public static class HostileSites
{
    /// <summary>An address robots.txt forbids; every list links to it.</summary>
    public const string Bait = "/bait/2026/99999.html";

    private const string Robots = "User-agent: *\nDisallow: /bait/";

    /// <summary>Puts a list with sound articles and one trouble on a site: article <c>/news/2026/NNNNN.html</c> numbers from <paramref name="from"/>, and the troubled link.</summary>
    public static LoopbackSite Trouble(this LoopbackSite site, string path, Answer trouble, int from = 10_000, int sound = 3)
    {
        site.Set("/robots.txt", Answer.Text(Robots));
        site.Otherwise = Answer.From(request => request.Path.Value!.StartsWith("/news/", StringComparison.Ordinal) ? Article(request.Path.Value!) : Answer.With(404));
        site.Set(path, trouble);
        return site.Set("/list", List([.. Enumerable.Range(from, sound).Select(number => $"/news/2026/{number}.html"), path, Bait]));
    }

    /// <summary>A list of links.</summary>
    public static Answer List(IReadOnlyList<string> links, string? next = null) => Answer.Html(
        "<html><body><ul>" + string.Concat(links.Select(link => $"<li><a href='{link}'>某地消息：{Name(link)}的情况通报</a><span>2026-03-01</span></li>")) + "</ul>"
        + (next is null ? "" : $"<a href='{next}'>下一页</a>") + "</body></html>");

    /// <summary>A sound article whose text names its address.</summary>
    public static Answer Article(string name) => Answer.Html($"<html><head><title>{Name(name)}</title></head><body><h1>情况通报 {Name(name)}</h1><p>{string.Concat(Enumerable.Repeat("当地有关部门介绍了处置进展，后续情况将及时公布。", 6))}</p><p>编号 {Name(name)}</p></body></html>");

    /// <summary>HTML nested so many levels deep.</summary>
    public static Answer Deep(int levels) => Answer.Html(new StringBuilder("<html><body><h1>深层页面</h1>").Insert(0, "", 0).Append(string.Concat(Enumerable.Repeat("<div><b>", levels / 2))).Append("<p>层层嵌套之内的一段文字，仍须读到。</p>").ToString());

    /// <summary>A list that never ends: each page leads to the next, with entries never seen.</summary>
    public static Answer EndlessPaging(string path) => Answer.From(request =>
    {
        var page = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
        return List([.. Enumerable.Range(page * 10, 5).Select(i => $"/news/2026/{100_000 + i}.html")], $"{path}?page={page + 1}");
    });

    /// <summary>A list whose links carry a session id of an unknown name, new at each request.</summary>
    public static Answer Sessions(Func<int> count)
    {
        var request = 0;
        return Answer.From(_ =>
        {
            var session = Interlocked.Increment(ref request).ToString("x8", CultureInfo.InvariantCulture);
            return Answer.Html("<html><body><ul>" + string.Concat(Enumerable.Range(0, count()).Select(i => $"<li><a href='/news/2026/{20_000 + i}.html?ztoken={session}'>某地消息第 {i} 号的情况通报</a><span>2026-03-01</span></li>")) + "</ul></body></html>");
        });
    }

    private static string Name(string link) => link.Trim('/').Replace('/', '-');
}
