using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Looks up headers of an answer.</summary>
internal static class PageHeaders
{
    /// <summary>Gives the first value of a header; null when it was not sent.</summary>
    public static string? Header(this Page page, string name) =>
        page.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}
