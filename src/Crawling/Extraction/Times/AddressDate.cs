using System.Text.RegularExpressions;

namespace OpinionWatch.Crawling.Extraction.Times;

/// <summary>Reads the day out of an address such as <c>/2026-11/24/</c>, <c>/2026/1124/</c>, <c>/20261124/</c> or <c>t20261124_12.html</c>.</summary>
internal static partial class AddressDate
{
    /// <summary>Finds it; null when the address names no day that can be one of publication.</summary>
    internal static DateTimeOffset? Find(Uri url, DateTimeOffset now, TimeZoneInfo zone)
    {
        try
        {
            foreach (Match match in Day().Matches(url.AbsolutePath))
            {
                int year = Number(match, "y"), month = Number(match, "m"), day = Number(match, "d");
                if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                    && ChineseTime.Plausible(ChineseTime.InZone(new DateTime(year, month, day), zone), now) is { } found)
                {
                    return found;
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // An address that takes so long is no dated one.
        }

        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<y>20[0-3]\d)[-/_]?(?<m>\d{2})[-/_]?(?<d>\d{2})(?!\d)|(?<!\d)(?<y>20[0-3]\d)/(?<m>\d{1,2})/(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Day();
}
