using System.Globalization;

namespace OpinionWatch.Crawling.Extraction.Times;

/// <summary>Reads times made for machines (RFC 822 and its successors, ISO 8601, W3C) and falls back on <see cref="ChineseTime"/>.</summary>
public static class WebTime
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">The value of a date field; null or empty gives null.</param>
    /// <param name="now">When the page was fetched.</param>
    /// <param name="zone">Zone of times without an offset.</param>
    /// <returns>An instant in UTC; null when it is none that can be one of publication.</returns>
    public static DateTimeOffset? Parse(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = text.Trim().Split([' ', ',', '\t', '\n', '-'], 12, StringSplitOptions.RemoveEmptyEntries);
        var month = Array.FindIndex(words, word => MonthOf(word) > 0);
        return month >= 0 ? ChineseTime.Plausible(FromMail(words, month, zone), now) : ChineseTime.Parse(text, now, zone);
    }

    /// <summary>Reads «Tue, 24 Nov 2026 10:20:30 +0800», «24 Nov 26 10:20 GMT», «Nov 24, 2026», «Tue Nov 24 10:20:30 2026».</summary>
    private static DateTimeOffset? FromMail(string[] words, int month, TimeZoneInfo zone)
    {
        int day = 0, year = 0;
        var clock = TimeSpan.Zero;
        TimeSpan? offset = null;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Contains(':'))
            {
                if (word.Length >= 5 && word[0] is '+' && TimeSpan.TryParse(word[1..], CultureInfo.InvariantCulture, out var ahead))
                {
                    offset = ahead;
                }
                else if (TimeSpan.TryParse(word, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromDays(1) && time >= TimeSpan.Zero)
                {
                    clock = time;
                }
            }
            else if (word.Length == 5 && word[0] == '+' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var east))
            {
                offset = new TimeSpan(east / 100, east % 100, 0);
            }
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                // The dash is a separator here, so «-0500» has become «0500» behind the clock.
                if (clock != TimeSpan.Zero && word.Length == 4 && year != 0)
                {
                    offset = -new TimeSpan(number / 100, number % 100, 0);
                }
                else if (day == 0 && number is >= 1 and <= 31 && word.Length <= 2)
                {
                    day = number;
                }
                else if (year == 0)
                {
                    year = number < 100 ? 2000 + number : number;
                }
            }
            else if (i > month && word is "GMT" or "UT" or "UTC" or "Z")
            {
                offset = TimeSpan.Zero;
            }
        }

        var which = MonthOf(words[month]);
        if (year is < 1990 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, which) || offset is { } far && far.Duration() > TimeSpan.FromHours(14))
        {
            return null;
        }

        var wall = new DateTime(year, which, day).Add(clock);
        return offset is { } known ? new DateTimeOffset(wall, known) : ChineseTime.InZone(wall, zone);
    }

    private static int MonthOf(string word) =>
        word.Length is >= 3 and <= 9 && char.IsAsciiLetter(word[0]) ? Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
}
