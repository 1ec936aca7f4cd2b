using System.Globalization;

namespace OpinionWatch.Console.Api;

/// <summary>Reads query values, with an answer that names what is allowed.</summary>
internal static class QueryValues
{
    /// <summary>Reads the camelCase name of an enumeration's value; null stays null.</summary>
    public static bool TryEnum<T>(string? text, out T? value, out string allowed)
        where T : struct, Enum
    {
        value = null;
        allowed = string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed))
        {
            value = parsed;
            return true;
        }

        return false;
    }

    /// <summary>Reads an ISO 8601 instant; null stays null. Without an offset it is taken as UTC.</summary>
    public static bool TryInstant(string? text, out DateTimeOffset? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        // A plus sign that was not percent-encoded arrives as a blank.
        var repaired = text.Length > 6 && text[^6] == ' ' ? string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5)) : text;
        if (!DateTimeOffset.TryParse(repaired, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
        {
            return false;
        }

        value = parsed;
        return true;
    }

    /// <summary>Reads a month such as 2026-11; null means the one of <paramref name="today"/>.</summary>
    public static bool TryMonth(string? text, DateOnly today, out DateOnly first)
    {
        first = new DateOnly(today.Year, today.Month, 1);
        return string.IsNullOrEmpty(text) || (text.Length == 7 && DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first));
    }
}
