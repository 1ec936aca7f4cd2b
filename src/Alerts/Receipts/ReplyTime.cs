using System.Globalization;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Reads when a reply was sent, as gateways write it. Pure.</summary>
internal static class ReplyTime
{
    private const int LongestTime = 40;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz"];
    private static readonly string[] Utc = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
    private static readonly string[] Local = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyyMMddHHmmss"];

    /// <summary>Reads it: seconds or milliseconds of Unix time, or a date with its time of day to the second.</summary>
    /// <param name="text">The time as written.</param>
    /// <param name="zone">Zone of a time that names none.</param>
    /// <returns>The instant; null when it cannot be read, or is no time a reply can have.</returns>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        if (text is not { Length: > 0 and <= LongestTime })
        {
            return null;
        }

        var clean = text.Trim();
        return (Unix(clean) ?? Written(clean, zone)) is { } at && at >= Earliest ? at : null;
    }

    private static DateTimeOffset? Unix(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text.Length switch
        {
            <= 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }

    private static DateTimeOffset? Written(string text, TimeZoneInfo zone)
    {
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || DateTimeOffset.TryParseExact(text, Utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
        {
            return at.ToUniversalTime();
        }

        return DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : null;
    }
}
