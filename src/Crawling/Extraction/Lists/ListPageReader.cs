using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Lists;

/// <summary>Reads a page of links: finds the repeated blocks that lead to articles, without selectors.</summary>
internal static class ListPageReader
{
    private const int GoodScore = 3;

    internal static ListReading Read(PageContext context)
    {
        var groups = LinkCollector.Collect(context).GroupBy(link => link.Shape, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .Where(group => group.Average(link => link.Score) >= GoodScore)
            .ToArray();

        // A page with a dated list is a list page; what has no dates there are side boxes.
        var dated = groups.Where(group => group.Length >= 3 && group.Count(link => link.PublishedAt is not null) * 2 >= group.Length).ToArray();
        var chosen = dated.Length > 0 ? dated : groups;
        var items = new List<ListedItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { context.Canonical };
        foreach (var link in chosen.SelectMany(group => group).OrderBy(link => link.Node.Index))
        {
            if (seen.Add(CanonicalUrl.Of(link.Url)))
            {
                items.Add(new ListedItem { Url = link.Url, Title = link.Title, PublishedAt = link.PublishedAt });
            }
        }

        return new(SourceKind.List, items, NextLink.Find(context), null);
    }
}
