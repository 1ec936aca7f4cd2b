using System.Text.RegularExpressions;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Epapers;

/// <summary>Reads a page of a digital newspaper: the articles on it, by list or by image map, and the other pages (版面) of the day.</summary>
internal static partial class EpaperReader
{
    private const int MaxLinks = 3000;
    private const int MaxPages = 64;
    private const int MinTitle = 2;

    internal static ListReading Read(PageContext context)
    {
        var links = Links(context);
        var own = Shape(context.Page.Url);
        var items = new Dictionary<string, ListedItem>(StringComparer.Ordinal);
        var pages = new List<FurtherList>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { context.Canonical };
        foreach (var (url, title) in links)
        {
            var key = CanonicalUrl.Of(url);
            if (IsPage(url, title, own, links))
            {
                if (seen.Add(key) && pages.Count < MaxPages)
                {
                    pages.Add(new FurtherList(url, 0, Once: true));
                }
            }
            else if (IsArticle(url) && (!items.TryGetValue(key, out var known) || (known.Title?.Length ?? 0) < title.Length))
            {
                items[key] = new ListedItem { Url = url, Title = title.Length >= MinTitle ? title : null };
            }
        }

        return new(SourceKind.Epaper, [.. items.Values.Where(item => !seen.Contains(CanonicalUrl.Of(item.Url)))], null, null) { Further = pages };
    }

    /// <summary>Lists the links into the folder of the day, with their words; an image map has none.</summary>
    private static List<(Uri Url, string Title)> Links(PageContext context)
    {
        var folder = Folder(context.Page.Url);
        var links = new List<(Uri, string)>();
        foreach (var node in context.Tree.Nodes)
        {
            if (node.Name is "a" or "area" && links.Count < MaxLinks && context.Link(node) is { } url && url.Host == context.Page.Url.Host
                && Path.GetExtension(url.AbsolutePath) is not (".pdf" or ".jpg" or ".jpeg" or ".png" or ".gif" or ".zip")
                && !IsOtherDay(url, context.Page.Url) && (Folder(url).StartsWith(folder, StringComparison.OrdinalIgnoreCase) || Day(url) is not null))
            {
                var title = node.Name == "a" ? context.Tree.Line(node) : node.Attribute("title") ?? node.Attribute("alt") ?? "";
                links.Add((url.Fragment.Length > 0 ? new Uri(url.GetLeftPart(UriPartial.Query)) : url, title.Trim()));
            }
        }

        return links;
    }

    /// <summary>A link leads to another page of the paper when its address is built like this page's, or its words name a page.</summary>
    private static bool IsPage(Uri url, string title, string own, List<(Uri Url, string Title)> links)
    {
        if (PageName().IsMatch(title) && title.Length < 30)
        {
            return true;
        }

        // Addresses like this page's that outnumber what named pages there are would be the articles themselves.
        return Shape(url) == own && own.Contains('#', StringComparison.Ordinal) && links.Exists(link => Shape(link.Url) != own && IsArticle(link.Url));
    }

    private static bool IsArticle(Uri url) => Shape(url).Contains('#', StringComparison.Ordinal) && !url.AbsolutePath.EndsWith('/');

    private static string Folder(Uri url) => url.AbsolutePath[..(url.AbsolutePath.LastIndexOf('/') + 1)];

    /// <summary>Links to yesterday's paper lead away: both addresses hold a date, and not the same.</summary>
    private static bool IsOtherDay(Uri url, Uri page) => Day(url) is { } day && Day(page) is { } own && day != own;

    private static string? Day(Uri url) => DayInAddress().Match(url.PathAndQuery) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value + match.Groups[3].Value : null;

    /// <summary>The last part of an address with its numbers made alike: <c>node_#.htm</c>, <c>content_#.htm</c>.</summary>
    private static string Shape(Uri url) => Digits().Replace(url.AbsolutePath[(url.AbsolutePath.LastIndexOf('/') + 1)..] + url.Query, "#");

    [GeneratedRegex(@"^\W*(第\s*[A-Za-z]?\d{1,3}\s*版|[A-Za-z]?\d{1,3}\s*版|[A-Z]\d{2}\b|第?[一二三四五六七八九十]{1,3}版)(?!\w)", RegexOptions.None, 200)]
    private static partial Regex PageName();

    [GeneratedRegex(@"(20\d{2})[-/_]?(\d{2})[-/_]?(\d{2})", RegexOptions.None, 200)]
    private static partial Regex DayInAddress();

    [GeneratedRegex(@"\d+(_\d+)*", RegexOptions.None, 200)]
    private static partial Regex Digits();
}
