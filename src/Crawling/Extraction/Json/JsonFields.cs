using System.Text.Json;

namespace OpinionWatch.Crawling.Extraction.Json;

/// <summary>Finds lists and fields in JSON nobody has described, by the names such answers usually bear.</summary>
internal static class JsonFields
{
    private const int MostVisited = 20_000;
    private const int Deepest = 8;

    internal static readonly string[] Titles = ["title", "headline", "subject", "name", "word", "query", "keyword", "hotWord", "note", "topic", "docTitle", "articleTitle"];
    internal static readonly string[] Urls = ["url", "link", "href", "shareUrl", "articleUrl", "docUrl", "detailUrl", "mobileUrl", "wapUrl", "uri", "pageUrl", "arcurl", "linkUrl", "appUrl"];
    internal static readonly string[] Times = ["publishTime", "publishedAt", "pubTime", "pubDate", "publishDate", "datePublished", "ctime", "createTime", "createdAt", "postTime", "releaseTime", "inputTime", "addTime", "time", "date", "timestamp", "ptime"];
    internal static readonly string[] Texts = ["content", "text", "body", "summary", "digest", "description", "desc", "abstract", "intro", "brief", "excerpt"];
    internal static readonly string[] Authors = ["author", "authorName", "source", "nickname", "userName", "media"];

    /// <summary>Finds the field of an item under one of some names, whatever its case and underscores; null when there is none.</summary>
    internal static string? Find(JsonElement item, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            foreach (var property in item.EnumerateObject())
            {
                if (JsonText.NameOf(property) is { } written && Same(written, name) && JsonText.Of(property.Value) is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>Finds the longest array of objects with headlines; empty when there is none.</summary>
    internal static IReadOnlyList<JsonElement> FindItems(JsonElement root)
    {
        List<JsonElement> best = [];
        var open = new Queue<(JsonElement Element, int Depth)>([(root, 0)]);
        for (var visited = 0; visited < MostVisited && open.TryDequeue(out var at); visited++)
        {
            if (at.Element.ValueKind == JsonValueKind.Array)
            {
                List<JsonElement> objects = [.. at.Element.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object).Take(2000)];
                var titled = objects.Count(element => Find(element, Titles) is not null);
                if (titled > best.Count && titled * 2 >= objects.Count)
                {
                    best = objects;
                }
            }

            if (at.Depth < Deepest)
            {
                foreach (var child in Children(at.Element))
                {
                    open.Enqueue((child, at.Depth + 1));
                }
            }
        }

        return best;
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Take(200),
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
        _ => [],
    };

    private static bool Same(string written, string name)
    {
        var at = 0;
        foreach (var c in written)
        {
            if (c is '_' or '-')
            {
                continue;
            }

            if (at == name.Length || char.ToLowerInvariant(c) != char.ToLowerInvariant(name[at++]))
            {
                return false;
            }
        }

        return at == name.Length;
    }
}
