using System.Text;
using System.Text.Json;

namespace OpinionWatch.Crawling.Extraction.Json;

/// <summary>One field of an item as the configuration describes it: a path, or a text with paths in braces.</summary>
public sealed class JsonField
{
    private readonly IReadOnlyList<(string? Text, JsonPath? Path)> _pieces;

    private JsonField(IReadOnlyList<(string? Text, JsonPath? Path)> pieces)
    {
        _pieces = pieces;
    }

    /// <summary>Reads what is configured; null when it is neither a path nor a text with paths in braces.</summary>
    public static JsonField? Parse(string configured)
    {
        if (!configured.Contains('{', StringComparison.Ordinal))
        {
            return JsonPath.Parse(configured) is { } path ? new JsonField([(null, path)]) : null;
        }

        var pieces = new List<(string?, JsonPath?)>();
        var rest = configured;
        while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            if (close < 0 || JsonPath.Parse(rest[(open + 1)..close]) is not { } path)
            {
                return null;
            }

            pieces.Add((rest[..open], null));
            pieces.Add((null, path));
            rest = rest[(close + 1)..];
        }

        pieces.Add((rest, null));
        return new JsonField(pieces);
    }

    /// <summary>Gives the field of an item; null when one of its paths leads to nothing.</summary>
    /// <param name="item">The item.</param>
    /// <param name="escaped">Values in braces are percent-encoded, for an address.</param>
    public string? Find(JsonElement item, bool escaped)
    {
        if (_pieces is [(null, { } only)])
        {
            return only.Find(item);
        }

        var text = new StringBuilder();
        foreach (var (plain, path) in _pieces)
        {
            if (path is null)
            {
                text.Append(plain);
                continue;
            }

            if (path.Find(item) is not { } value)
            {
                return null;
            }

            text.Append(escaped ? Uri.EscapeDataString(value) : value);
        }

        return text.ToString();
    }
}
