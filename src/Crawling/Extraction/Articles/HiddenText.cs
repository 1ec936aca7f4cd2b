using System.Net;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds an article that the page holds but does not show by itself: in a text field or in the data of a script.</summary>
internal static class HiddenText
{
    private const int Least = 40;

    /// <summary>Finds it; null when there is none worth the name.</summary>
    internal static string? Find(PageTree tree)
    {
        string? best = null;
        foreach (var (_, text) in tree.Fields)
        {
            best = ScriptFacts.CountChinese(text) > Math.Max(Least, ScriptFacts.CountChinese(best)) ? text : best;
        }

        foreach (var text in tree.Hidden)
        {
            best = ScriptFacts.CountChinese(text) > Math.Max(Least, ScriptFacts.CountChinese(best)) ? text : best;
        }

        best ??= ScriptFacts.Text(tree.Scripts, Least);
        return best is null ? null : Read(best);
    }

    /// <summary>Finds what a text field of that kind of name holds; null when there is none.</summary>
    internal static string? Field(PageTree tree, string name)
    {
        foreach (var (field, text) in tree.Fields)
        {
            if (field.Contains(name, StringComparison.OrdinalIgnoreCase) && text.Trim() is { Length: > 0 and < 200 } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string Read(string text)
    {
        var html = text;
        for (var round = 0; round < 2 && (html.Contains("&lt;", StringComparison.Ordinal) || html.Contains("&amp;lt;", StringComparison.Ordinal)); round++)
        {
            html = WebUtility.HtmlDecode(html);
        }

        var tree = PageTree.Parse("<body>" + html);
        return BodyText.Read(tree, tree.Body, null, null);
    }
}
