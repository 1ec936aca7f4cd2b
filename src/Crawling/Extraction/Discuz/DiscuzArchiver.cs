using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Reads the plain pages Discuz! makes for search engines (archiver): a line with author and time, then the text up to the next such line.</summary>
internal static class DiscuzArchiver
{
    /// <summary>Reads them; a reading without documents when the page is none.</summary>
    internal static DocumentReading Read(PageContext context, ListedItem? listed)
    {
        var tree = context.Tree;
        if (!context.Page.Url.AbsolutePath.Contains("archiver", StringComparison.OrdinalIgnoreCase) || tree.Find(tree.Body, node => node.Id == "content") is not { } content)
        {
            return new([], null, null);
        }

        var heads = tree.Inside(content).Where(node => node.Name == "p" && node.HasClass("author")).ToArray();
        var title = (tree.Find(content, node => node.Name == "h3" && node.TextLength > 0) is { } heading ? tree.Line(heading) : TitleFinder.FromHead(tree)) ?? listed?.Title;
        var address = DiscuzAddress.Find(context.Page.Url);
        var thread = address is { IsThread: true } ? CanonicalUrl.Of(new Uri(context.Page.Url, (address with { Page = 1 }).CanonicalPath())) : context.Canonical;
        var page = address?.Page ?? 1;
        var documents = new List<Document>();
        for (var i = 0; i < heads.Length; i++)
        {
            var end = i + 1 < heads.Length ? heads[i + 1].Index : content.End;
            var name = tree.Find(heads[i], node => node.Name == "strong");
            var floor = ((page - 1) * 10) + i + 1;
            documents.Add(Documents.Complete(
                new Document
                {
                    Id = Documents.Id(thread, "archive" + floor.ToString()),
                    Url = context.Page.Url.AbsoluteUri,
                    CanonicalUrl = thread,
                    Title = title,
                    Text = BlockText.Between(tree, heads[i].End, end, node => node.Name is "h3" or "blockquote" || node.HasClass("page") || node.HasClass("quote")),
                    Author = name is null ? null : tree.Line(name),
                    PublishedAt = ChineseTime.Find(tree.Line(heads[i]), context.Now, context.Zone),
                    Kind = floor == 1 ? DocumentKind.Thread : DocumentKind.Reply,
                    Floor = floor,
                },
                context.Page,
                context.Source,
                context.Charset));
        }

        return new(documents, null, null);
    }
}
