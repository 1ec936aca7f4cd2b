using System.Text.Json;

namespace OpinionWatch.Alerts.Channels.Http;

/// <summary>A gateway's answer in JSON, read without trust.</summary>
internal sealed class JsonAnswer
{
    private const int LongestText = 200;
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };
    private readonly JsonElement _root;

    private JsonAnswer(JsonElement root) => _root = root;

    /// <summary>Reads it; null when it is no JSON object.</summary>
    public static JsonAnswer? Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Bounds);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new JsonAnswer(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Gives a text or number; null when it is not there or too long.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value && TextOf(value) is { Length: <= LongestText } text ? text : null;

    /// <summary>Gives an object; null when it is not there.</summary>
    public JsonAnswer? Child(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? new JsonAnswer(value) : null;

    /// <summary>Gives the first object of a list; null when there is none.</summary>
    public JsonAnswer? First(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } value && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object ? new JsonAnswer(value[0]) : null;

    /// <summary>Finds a value by its name; the last of several. A name that is no text (half an emoji) is passed over and hides no other.</summary>
    private JsonElement? Find(string name)
    {
        JsonElement? found = null;
        foreach (var property in _root.EnumerateObject())
        {
            if (NameOf(property) == name)
            {
                found = property.Value;
            }
        }

        return found;
    }

    private static string? NameOf(JsonProperty property)
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

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
