using System.Text;

namespace OpinionWatch.Crawling.Extraction.Sitemaps;

/// <summary>The fields of one entry as they are gathered; pieces of one field are joined.</summary>
internal sealed class SitemapEntry
{
    private const int LongestLoc = 2048;
    private const int LongestOther = 1000;
    private readonly StringBuilder _loc = new();
    private readonly StringBuilder _lastModified = new();
    private readonly StringBuilder _published = new();
    private readonly StringBuilder _title = new();

    /// <summary>It names another sitemap.</summary>
    internal bool IsPart { get; init; }

    /// <summary>The address; null when there is none, or one that is too long to be meant.</summary>
    internal string? Loc => _loc.Length > LongestLoc ? null : Text(_loc);

    internal string? LastModified => Text(_lastModified);

    internal string? Published => Text(_published);

    internal string? Title => Text(_title);

    /// <summary>Adds a piece of text to a field, up to its limit; other fields and white space are passed over.</summary>
    internal void Put(string? field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        switch (field)
        {
            case "loc":
                Add(_loc, text.AsSpan().Trim(), LongestLoc + 1);
                break;
            case "lastmod":
                Add(_lastModified, text, LongestOther);
                break;
            case "publication_date":
                Add(_published, text, LongestOther);
                break;
            case "title":
                Add(_title, text, LongestOther);
                break;
        }
    }

    private static void Add(StringBuilder field, ReadOnlySpan<char> text, int most) => field.Append(text[..Math.Min(text.Length, most - field.Length)]);

    private static string? Text(StringBuilder field) => field.Length == 0 ? null : field.ToString();
}
