using System.Text;
using System.Text.Json;

namespace OpinionWatch.Model;

/// <summary>Reads JSON that people and scripts send: halves of surrogate pairs and broken UTF-8 become U+FFFD instead of refusing the whole.</summary>
/// <remarks>A title cut at a fixed length in UTF-16 units ends in half an emoji; the report in it must not be lost for that. One unit replaces one unit, so offsets stay true.</remarks>
public static class LenientJson
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It is not the JSON asked for; the message names the place and no type of ours.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, ContractJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return DeserializeRepaired<T>(json);
        }
    }

    private static T? DeserializeRepaired<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Repair(Encoding.UTF8.GetString(json)), ContractJson.Options);
        }
        catch (JsonException exception)
        {
            throw new JsonException(Describe<T>(exception), exception);
        }
    }

    private static string Repair(string json)
    {
        var repaired = new StringBuilder(json.Length);
        var at = 0;
        while (at < json.Length)
        {
            if (json[at] != '\\' || at + 1 >= json.Length)
            {
                repaired.Append(json[at++]);
            }
            else if (Escaped(json, at) is not { } unit || !char.IsSurrogate(unit))
            {
                repaired.Append(json, at, 2);
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && Escaped(json, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                repaired.Append(json, at, 12);
                at += 12;
            }
            else
            {
                repaired.Append("\\ufffd");
                at += 6;
            }
        }

        return repaired.ToString();
    }

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) ? (char)unit : null;

    private static string Describe<T>(JsonException exception)
    {
        var field = exception.Path is { Length: > 2 } path ? path[2..] : null;
        var property = field is null ? null : typeof(T).GetProperties().FirstOrDefault(p => string.Equals(p.Name, field, StringComparison.OrdinalIgnoreCase));
        var type = property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var allowed = type switch
        {
            { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type).Select(name => char.ToLowerInvariant(name[0]) + name[1..])),
            _ when type == typeof(DateTimeOffset) => "an instant such as 2026-11-24T08:00:00+08:00",
            _ when type == typeof(string) => "a string",
            _ when type == typeof(int) => "a whole number",
            _ => null,
        };
        return (field, allowed) switch
        {
            (not null, not null) => $"{field} must be {allowed}.",
            (not null, _) => $"{field} cannot be read.",
            _ when exception.Message.Contains("required properties", StringComparison.Ordinal) => "required fields are missing: " + exception.Message[(exception.Message.LastIndexOf(':') + 1)..].Trim(),
            _ => $"it is no JSON object of the form asked for, at byte {exception.BytePositionInLine} of line {(exception.LineNumber ?? 0) + 1}.",
        };
    }
}
