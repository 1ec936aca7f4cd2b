using System.Text.Json;

namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>Reads the entries of a JSON Feed (jsonfeed.org, version 1 and 1.1).</summary>
internal static class JsonFeed
{
    private const int MaxEntries = 2000;

    /// <summary>Lists the entries; null when it is no JSON.</summary>
    internal static IReadOnlyList<FeedEntry>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(MaxEntries).Select(Entry)]
                : [];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedEntry Entry(JsonElement item)
    {
        var entry = new FeedEntry { Link = Text(item, "url") ?? Text(item, "external_url") };
        Set(entry, "guid", Text(item, "id"));
        Set(entry, "title", Text(item, "title"));
        Set(entry, "content", Text(item, "content_html") ?? Text(item, "content_text"));
        Set(entry, "summary", Text(item, "summary"));
        Set(entry, "published", Text(item, "date_published"));
        Set(entry, "updated", Text(item, "date_modified"));
        Set(entry, "author", Author(item));
        return entry;
    }

    private static string? Author(JsonElement item)
    {
        if (item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array && authors.GetArrayLength() > 0)
        {
            return Text(authors[0], "name");
        }

        return item.TryGetProperty("author", out var author) ? Text(author, "name") : null;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        try
        {
            return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in an escape.
            return null;
        }
    }

    private static void Set(FeedEntry entry, string name, string? value)
    {
        if (value is not null)
        {
            entry.Begin(name)?.Append(value);
        }
    }
}
