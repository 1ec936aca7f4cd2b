using System.Text.Json;

namespace OpinionWatch.Crawling.Extraction.Json;

/// <summary>Gives JSON values as text.</summary>
internal static class JsonText
{
    /// <summary>Gives a text or a number; null for anything else, and for a text with a lone surrogate.</summary>
    internal static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind switch { JsonValueKind.String => element.GetString(), JsonValueKind.Number => element.GetRawText(), _ => null };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Gives the name of a property; null for one with a lone surrogate.</summary>
    internal static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Finds a property, whatever its neighbours are called; null when there is none.</summary>
    internal static JsonElement? Property(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (NameOf(property) == name)
                {
                    return property.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Takes a call round the JSON off (JSONP): <c>callback({…});</c>.</summary>
    internal static string Bare(string text)
    {
        var plain = text.AsSpan().Trim("\uFEFF \t\r\n");
        if (plain.Length == 0 || plain[0] is '{' or '[')
        {
            return plain.ToString();
        }

        var open = plain.IndexOf('(');
        var close = plain.LastIndexOf(')');
        return open is > 0 and < 200 && close > open && plain[..open].IndexOfAny("<\n \"") < 0 ? plain[(open + 1)..close].Trim().ToString() : plain.ToString();
    }
}
