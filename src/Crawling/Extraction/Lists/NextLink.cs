using System.Globalization;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Lists;

/// <summary>Finds the next page of a list, thread or article.</summary>
internal static class NextLink
{
    private const string PageScript = "createPageHTML(";

    /// <summary>Finds it by rel=next, by its text, by the numbers of a pager, or by the script government sites page with; null when there is none.</summary>
    internal static Uri? Find(PageContext context)
    {
        Uri? byText = null;
        foreach (var node in context.Tree.Nodes)
        {
            if (node.Name is "a" or "link" && node.Attribute("rel") is "next" && Other(context, node) is { } related)
            {
                return related;
            }

            if (node.Name == "a" && byText is null && (node.HasClass("nxt") || (node.TextLength is > 0 and <= 6 && SaysNext(context.Tree.Line(node)))))
            {
                byText = Other(context, node);
            }
        }

        return byText ?? ByNumber(context) ?? ByScript(context);
    }

    private static bool SaysNext(string text) => text.Trim(' ', '[', ']', '【', '】', '(', ')') switch
    {
        "下一页" or "下页" or "后一页" or "后页" or ">" or "›" or "»" or "Next" or "next" or "NEXT" => true,
        var other => (other.StartsWith("下一页", StringComparison.Ordinal) || other.EndsWith("下一页", StringComparison.Ordinal)) && other.Length <= 6,
    };

    private static Uri? Other(PageContext context, PageNode node) =>
        context.Link(node) is { } url && url.Host == context.Page.Url.Host && url.AbsoluteUri != context.Page.Url.AbsoluteUri && url.PathAndQuery != context.Page.Url.PathAndQuery ? url : null;

    /// <summary>Finds the link with the number after that of the page shown, which a pager prints without a link.</summary>
    private static Uri? ByNumber(PageContext context)
    {
        foreach (var pager in context.Tree.Nodes)
        {
            if (pager.Text is not null || !IsPager(pager) || pager.TextLength > 300)
            {
                continue;
            }

            var current = 0;
            foreach (var node in context.Tree.Inside(pager))
            {
                if (node.Text is { } text && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    if (!node.InLink || (node.Parent is { Name: "a" } link && IsCurrent(link)))
                    {
                        current = current == 0 ? number : current;
                    }
                    else if (current > 0 && number == current + 1 && node.Parent is { Name: "a" } next)
                    {
                        return Other(context, next);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsPager(PageNode node) =>
        node.Class is { Length: > 0 } name && (name.Contains("pag", StringComparison.OrdinalIgnoreCase) || node.HasClass("pg") || name.Contains("fenye", StringComparison.OrdinalIgnoreCase))
        || node.Id.Contains("pag", StringComparison.OrdinalIgnoreCase) || node.Id.Contains("fenye", StringComparison.OrdinalIgnoreCase);

    private static bool IsCurrent(PageNode link) =>
        link.HasClass("current") || link.HasClass("active") || link.HasClass("on") || link.HasClass("cur") || link.Attribute("href") is null or "" or "#";

    /// <summary>Reads createPageHTML(pages, current from 0, "index", "html"): the next one is index_1.html.</summary>
    private static Uri? ByScript(PageContext context)
    {
        var at = context.Html.IndexOf(PageScript, StringComparison.Ordinal);
        while (at >= 0)
        {
            var from = at + PageScript.Length;
            var end = context.Html.IndexOf(')', from);
            if (end > from && end - from < 200)
            {
                var parts = context.Html[from..end].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Trim('"', '\'')).ToArray();
                if (parts.Length >= 4 && int.TryParse(parts[0], out var pages) && int.TryParse(parts[1], out var current) && current + 1 < pages && parts[2].Length is > 0 and < 100
                    && Uri.TryCreate(context.Base, $"{parts[2]}_{current + 1}.{parts[3]}", out var url) && url.Host == context.Page.Url.Host)
                {
                    return url;
                }
            }

            at = end < 0 ? -1 : context.Html.IndexOf(PageScript, from, StringComparison.Ordinal);
        }

        return null;
    }
}
