using System.Text;
using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Makes the page that is read, and kept as evidence, of what stands in the browser.</summary>
internal static class RenderedPage
{
    /// <summary>Header that says of a page that its body is not what the site sent but what its scripts made of it.</summary>
    public const string Mark = "X-OpinionWatch-Rendered";

    private const string Type = "text/html; charset=utf-8";
    private static readonly string[] Outdated = ["Content-Type", "ETag", "Last-Modified"];

    /// <summary>Says whether scripts can be at work in it at all.</summary>
    public static bool CanBeOf(Page page) => page.ContentType is null || page.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the page with another body. It begins with a byte order mark: what the page itself says of its charset speaks of what was sent.</summary>
    public static Page Of(Page page, JsonElement markup, DateTimeOffset now) => page with
    {
        Headers = [.. page.Headers.Where(header => !Outdated.Contains(header.Key, StringComparer.OrdinalIgnoreCase)), KeyValuePair.Create("Content-Type", Type), KeyValuePair.Create(Mark, "Chromium")],
        ContentType = Type,
        Body = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(TextOf(markup))).ToArray(),
        FetchedAt = now,
    };

    /// <summary>Half a character in it cannot be read as a string of JSON; then it is left out.</summary>
    private static string TextOf(JsonElement markup)
    {
        try
        {
            return markup.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(LoneSurrogates.Replaced(markup.GetRawText()))!;
        }
    }
}
