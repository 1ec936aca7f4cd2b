using System.Text;

namespace OpinionWatch.Crawling.Extraction.Addresses;

/// <summary>Drops session and tracking parameters from a query and sorts the rest by name.</summary>
internal static class QueryCleaner
{
    private const int MaxParameters = 200;

    /// <summary>Appends the query with its question mark; nothing when no parameter is left.</summary>
    internal static void Append(StringBuilder text, string query)
    {
        var kept = List(query);
        var first = true;
        foreach (var (name, value) in kept.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(first ? '?' : '&').Append(name);
            first = false;
            if (value is not null)
            {
                text.Append('=').Append(value);
            }
        }
    }

    /// <summary>Lists the parameters that say which page is meant, in their order; a value is null where there was no equals sign.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string?>> List(string query)
    {
        var kept = new List<KeyValuePair<string, string?>>();
        foreach (var part in query.TrimStart('?').Split('&', MaxParameters, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var name = PercentEncoding.Normalise(equals < 0 ? part : part[..equals]);
            var value = equals < 0 ? null : PercentEncoding.Normalise(part[(equals + 1)..]);
            if (name.StartsWith("amp;", StringComparison.Ordinal))
            {
                name = name[4..];
            }

            if (name.Length > 0 && !IsNoise(name.ToLowerInvariant(), value ?? ""))
            {
                kept.Add(new(name, value));
            }
        }

        return kept;
    }

    private static bool IsNoise(string name, string value) => name switch
    {
        "phpsessid" or "jsessionid" or "sessionid" or "session_id" or "cfid" or "cftoken" => true,
        "spm" or "scm" or "gclid" or "fbclid" or "msclkid" or "yclid" or "isappinstalled" or "nsukey" or "chksm" or "scene" => true,
        "fromuid" or "fromuser" or "_" or "rnd" or "random" or "timestamp" or "tdsourcetag" or "wfr" => true,
        // A number under these names may be an article or an offset; a session or a channel is not a number.
        "sid" => value.Length >= 6 && !value.All(char.IsAsciiDigit),
        "from" => !value.All(char.IsAsciiDigit) || value.Length == 0,
        "extra" => value.StartsWith("page%3D", StringComparison.OrdinalIgnoreCase) || value.StartsWith("page=", StringComparison.OrdinalIgnoreCase),
        "mobile" => value is "" or "1" or "2" or "3" or "yes" or "no",
        _ => name.StartsWith("utm_", StringComparison.Ordinal) || name.StartsWith("share", StringComparison.Ordinal)
            || name.StartsWith("aspsessionid", StringComparison.Ordinal) || name.StartsWith("hmsr", StringComparison.Ordinal)
            || name.StartsWith("hmpl", StringComparison.Ordinal),
    };
}
