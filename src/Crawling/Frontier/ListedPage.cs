using System.Net;
using System.Text;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Makes a page of what a list said about an item, for when the item's own page cannot be had.</summary>
internal static class ListedPage
{
    /// <summary>Gives the page, told from a fetched one by its <see cref="Page.Status"/> of 0, and null when the list said nothing worth reading.</summary>
    public static Page? Of(Uri url, ListedItem? listed, DateTimeOffset now)
    {
        if (listed is null || (string.IsNullOrWhiteSpace(listed.Title) && string.IsNullOrWhiteSpace(listed.Text)))
        {
            return null;
        }

        var title = WebUtility.HtmlEncode(listed.Title ?? "");
        var text = string.Join("", (listed.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
        return new Page
        {
            RequestedUrl = url,
            Url = url,
            Status = 0,
            Body = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>"),
            ContentType = "text/html; charset=utf-8",
            FetchedAt = now,
        };
    }
}
