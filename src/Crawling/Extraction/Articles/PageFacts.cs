using System.Text.Json;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>What a page says of itself for machines: meta elements and JSON-LD.</summary>
internal sealed class PageFacts
{
    private const int MaxParts = 200;
    private readonly Dictionary<string, string> _meta = new(StringComparer.Ordinal);

    private PageFacts()
    {
    }

    internal string? Headline { get; private set; }

    internal string? Published { get; private set; }

    internal string? Modified { get; private set; }

    internal string? Author { get; private set; }

    internal string? Publisher { get; private set; }

    internal static PageFacts Read(PageTree tree)
    {
        var facts = new PageFacts();
        foreach (var node in tree.Nodes)
        {
            if (node.Name == "meta" && (node.Attribute("property") ?? node.Attribute("name") ?? node.Attribute("itemprop")) is { Length: < 60 } name
                && node.Attribute("content")?.Trim() is { Length: > 0 and < 2000 } content)
            {
                facts._meta.TryAdd(name.Trim().ToLowerInvariant(), content);
            }
        }

        foreach (var block in tree.StructuredData)
        {
            facts.Add(block);
        }

        return facts;
    }

    /// <summary>Finds the content of a meta element by its lower-case name, property or itemprop; null when absent.</summary>
    internal string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_meta.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return null;
    }

    private void Add(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var waiting = new Queue<JsonElement>([document.RootElement]);
            for (var parts = 0; parts < MaxParts && waiting.TryDequeue(out var part); parts++)
            {
                if (part.ValueKind == JsonValueKind.Array)
                {
                    foreach (var inner in part.EnumerateArray().Take(MaxParts))
                    {
                        waiting.Enqueue(inner);
                    }
                }
                else if (part.ValueKind == JsonValueKind.Object)
                {
                    Take(part);
                    if (part.TryGetProperty("@graph", out var graph))
                    {
                        waiting.Enqueue(graph);
                    }
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Many pages carry broken JSON-LD (raw line breaks, lone surrogates); what is visible is read instead.
        }
    }

    private void Take(JsonElement part)
    {
        Published ??= Text(part, "datePublished") ?? Text(part, "pubDate") ?? Text(part, "uploadDate");
        Modified ??= Text(part, "dateModified") ?? Text(part, "upDate");
        if (part.TryGetProperty("datePublished", out _) || part.TryGetProperty("articleBody", out _))
        {
            Headline ??= Text(part, "headline") ?? Text(part, "name");
            Author ??= Name(part, "author");
            Publisher ??= Name(part, "publisher");
        }
    }

    private static string? Name(JsonElement part, string name)
    {
        if (!part.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Object ? Text(value, "name") : null;
    }

    private static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()?.Trim() is { Length: > 0 } text ? text : null;
}
