using System.Globalization;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Finds time zones on machines with and without a zone database and without ICU.</summary>
public static class TimeZones
{
    // Without ICU Windows knows no IANA names, and a container may have no zone database at all.
    private static readonly Dictionary<string, (string Windows, double Hours)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Asia/Shanghai"] = ("China Standard Time", 8),
        ["Asia/Chongqing"] = ("China Standard Time", 8),
        ["Asia/Harbin"] = ("China Standard Time", 8),
        ["PRC"] = ("China Standard Time", 8),
        ["China Standard Time"] = ("China Standard Time", 8),
        ["Asia/Hong_Kong"] = ("China Standard Time", 8),
        ["Asia/Macau"] = ("China Standard Time", 8),
        ["Asia/Taipei"] = ("Taipei Standard Time", 8),
        ["Asia/Singapore"] = ("Singapore Standard Time", 8),
        ["Asia/Urumqi"] = ("Central Asia Standard Time", 6),
        ["UTC"] = ("UTC", 0),
        ["Etc/UTC"] = ("UTC", 0),
    };

    /// <summary>Finds a zone by its IANA name (<c>Asia/Shanghai</c>), its Windows name, or a fixed offset (<c>+08:00</c>, <c>UTC+8</c>).</summary>
    /// <returns>Null when no such zone is known here.</returns>
    public static TimeZoneInfo? Find(string id)
    {
        // The base class library reads the database by path, so only names may reach it.
        if (id.Length is 0 or > 64 || id.Contains("..", StringComparison.Ordinal) || id[0] is '/' or '\\')
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        if (Known.TryGetValue(id, out var known))
        {
            return TimeZoneInfo.TryFindSystemTimeZoneById(known.Windows, out zone) ? zone : Fixed(id, TimeSpan.FromHours(known.Hours));
        }

        return OffsetOf(id) is { } offset ? Fixed(id, offset) : null;
    }

    /// <summary>Gives a zone that is always the same distance from UTC.</summary>
    public static TimeZoneInfo Fixed(string id, TimeSpan offset) => TimeZoneInfo.CreateCustomTimeZone(id, offset, id, id);

    private static TimeSpan? OffsetOf(string id)
    {
        var text = id.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) ? id[3..] : id;
        if (text.Length < 2 || text[0] is not ('+' or '-'))
        {
            return null;
        }

        string[] forms = ["%h", "hh", @"h\:mm", @"hh\:mm"];
        return TimeSpan.TryParseExact(text[1..], forms, CultureInfo.InvariantCulture, out var span) && span <= TimeSpan.FromHours(14)
            ? (text[0] == '-' ? -span : span)
            : null;
    }
}
