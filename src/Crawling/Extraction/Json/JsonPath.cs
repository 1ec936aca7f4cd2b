using System.Globalization;
using System.Text.Json;

namespace OpinionWatch.Crawling.Extraction.Json;

/// <summary>A path into a JSON answer: <c>data.list</c>, <c>groups[*].items</c>, <c>rows[0]</c>, <c>['a.b']</c>; a leading <c>$</c> is allowed. Empty means the element itself.</summary>
public sealed class JsonPath
{
    private const int LongestPath = 500;
    private const int MostElements = 5000;
    private readonly IReadOnlyList<string> _steps;

    private JsonPath(IReadOnlyList<string> steps)
    {
        _steps = steps;
    }

    /// <summary>Reads a path; null when it is none.</summary>
    public static JsonPath? Parse(string text)
    {
        var steps = new List<string>();
        var rest = text.AsSpan().Trim();
        rest = rest.StartsWith("$") ? rest[1..] : rest;
        if (rest.Length > LongestPath)
        {
            return null;
        }

        while (!rest.IsEmpty)
        {
            if (rest[0] == '[')
            {
                var end = rest.IndexOf(']');
                var inside = end > 0 ? rest[1..end].Trim() : default;
                if (inside.IsEmpty)
                {
                    return null;
                }

                var quoted = inside.Length > 2 && inside[0] is '\'' or '"' && inside[^1] == inside[0];
                if (!quoted && inside is not "*" && !int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    return null;
                }

                steps.Add(quoted ? "." + inside[1..^1].ToString() : inside.ToString());
                rest = rest[(end + 1)..];
                continue;
            }

            rest = rest[0] == '.' ? rest[1..] : rest;
            var length = rest.IndexOfAny('.', '[');
            var name = length < 0 ? rest : rest[..length];
            if (name.IsEmpty || name.IndexOfAny("]{}'\"") >= 0)
            {
                return null;
            }

            steps.Add("." + name.ToString());
            rest = rest[name.Length..];
        }

        return new JsonPath(steps);
    }

    /// <summary>Lists what stands there; a final array gives its elements.</summary>
    public IReadOnlyList<JsonElement> List(JsonElement from)
    {
        var found = Select(from);
        return found is [{ ValueKind: JsonValueKind.Array } array] ? [.. array.EnumerateArray().Take(MostElements)] : found;
    }

    /// <summary>Finds the text or number that stands there, the first where there are several; null when there is none.</summary>
    public string? Find(JsonElement from)
    {
        foreach (var element in Select(from))
        {
            if (JsonText.Of(element) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private List<JsonElement> Select(JsonElement from)
    {
        var at = new List<JsonElement> { from };
        foreach (var step in _steps)
        {
            at = [.. at.SelectMany(element => Next(element, step)).Take(MostElements)];
        }

        return at;
    }

    private static IEnumerable<JsonElement> Next(JsonElement element, string step)
    {
        if (step[0] == '.')
        {
            return JsonText.Property(element, step[1..]) is { } value ? [value] : [];
        }

        if (step == "*")
        {
            return element.ValueKind switch
            {
                JsonValueKind.Array => element.EnumerateArray(),
                JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
                _ => [],
            };
        }

        var index = int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture);
        return element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength() ? [element[index]] : [];
    }
}
