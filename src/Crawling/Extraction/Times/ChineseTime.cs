using System.Globalization;
using System.Text.RegularExpressions;

namespace OpinionWatch.Crawling.Extraction.Times;

/// <summary>Reads times as Chinese pages write them: 3小时前, 昨天 12:30, 2026年11月24日 10:20, 11-24, full-width digits, unix seconds.</summary>
/// <remarks>Pure: what "now" is comes from the page. A time more than a day ahead of it or before 1995 is refused: it is no time of publication.</remarks>
public static partial class ChineseTime
{
    private const int MaxLength = 400;
    private const int PatternMilliseconds = 200;

    /// <summary>Finds the first time in <paramref name="text"/>; null when there is none that can be one of publication.</summary>
    /// <param name="text">A short text, e.g. a line beside a headline; only its first 400 characters are read.</param>
    /// <param name="now">When the page was fetched.</param>
    /// <param name="zone">Zone of times without an offset.</param>
    /// <returns>An instant in UTC.</returns>
    public static DateTimeOffset? Find(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = Narrow(text.Length > MaxLength ? text[..MaxLength] : text);
        try
        {
            return Plausible(FromDate(plain, zone) ?? FromWords(plain, zone) ?? FromRelative(plain, now) ?? FromDayWord(plain, now, zone) ?? FromDay(plain, now, zone), now);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Reads a text that is a time and little else: also unix seconds or milliseconds, 20261124102030, and a time of day alone (today's).</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    /// <returns>An instant in UTC; null when it is none.</returns>
    public static DateTimeOffset? Parse(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = Narrow(text.Length > MaxLength ? text[..MaxLength] : text).Trim();
        if (plain.All(char.IsAsciiDigit))
        {
            return Plausible(FromDigits(plain, zone), now);
        }

        if (Find(plain, now, zone) is { } found)
        {
            return found;
        }

        var time = ClockOnly().Match(plain);
        return time.Success ? Plausible(At(TimeZoneInfo.ConvertTime(now, zone).Date, time, zone), now) : null;
    }

    /// <summary>Gives <paramref name="time"/> when it can be one of publication; null when it lies more than a day ahead of now or before 1995.</summary>
    internal static DateTimeOffset? Plausible(DateTimeOffset? time, DateTimeOffset now) =>
        time is { } value && value.Year >= 1995 && value <= now.AddDays(1) ? value.ToUniversalTime() : null;

    /// <summary>Gives the instant of a wall-clock time in a zone.</summary>
    internal static DateTimeOffset InZone(DateTime wall, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset? FromDate(string text, TimeZoneInfo zone)
    {
        foreach (var match in FullDate().EnumerateMatches(text))
        {
            var found = FullDate().Match(text, match.Index);
            if (Day(Year(found), Number(found, "m"), Number(found, "d")) is { } day)
            {
                return At(day, found, zone);
            }
        }

        return null;
    }

    /// <summary>Reads 二〇二六年十一月二十四日, as documents are signed.</summary>
    private static DateTimeOffset? FromWords(string text, TimeZoneInfo zone)
    {
        var match = WordDate().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = 0;
        foreach (var c in match.Groups["y"].ValueSpan)
        {
            year = (year * 10) + Math.Max(0, "零一二三四五六七八九".IndexOf(c));
        }

        return Day(year, ChineseNumber.Read(match.Groups["m"].Value), ChineseNumber.Read(match.Groups["d"].Value)) is { } day ? InZone(day, zone) : null;
    }

    private static DateTimeOffset? FromRelative(string text, DateTimeOffset now)
    {
        var match = Relative().Match(text);
        if (!match.Success)
        {
            return text.Contains("刚刚", StringComparison.Ordinal) || text.Contains("刚才", StringComparison.Ordinal) ? now : null;
        }

        var unit = match.Groups["u"].ValueSpan;
        var count = match.Groups["half"].Success ? 0.5 : Math.Min(10_000, ChineseNumber.Read(match.Groups["n"].Value));
        var ago = unit switch
        {
            "秒" or "秒钟" => TimeSpan.FromSeconds(count),
            "分" or "分钟" => TimeSpan.FromMinutes(count),
            "小时" or "个小时" or "钟头" or "个钟头" => TimeSpan.FromHours(count),
            "天" or "日" => TimeSpan.FromDays(count),
            "周" or "星期" or "个星期" => TimeSpan.FromDays(7 * count),
            "月" or "个月" => TimeSpan.FromDays(30 * count),
            _ => TimeSpan.FromDays(365 * count),
        };
        return now - ago;
    }

    private static DateTimeOffset? FromDayWord(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = DayWord().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var back = match.Groups["w"].ValueSpan switch { "今天" or "今日" => 0, "昨天" or "昨日" => 1, "前天" => 2, _ => 3 };
        return At(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(-back), match, zone);
    }

    private static DateTimeOffset? FromDay(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = MonthDay().Match(text);
        if (!match.Success)
        {
            return null;
        }

        // Without a year the last such day is meant.
        var year = TimeZoneInfo.ConvertTime(now, zone).Year;
        for (var back = 0; back <= 4; back++)
        {
            if (Day(year - back, Number(match, "m"), Number(match, "d")) is { } day && At(day, match, zone) is { } time && time <= now.AddDays(1))
            {
                return time;
            }
        }

        return null;
    }

    private static DateTimeOffset? FromDigits(string digits, TimeZoneInfo zone) => digits.Length switch
    {
        10 => DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)),
        13 => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)),
        8 or 12 or 14 when DateTime.TryParseExact(digits, "yyyyMMddHHmmss"[..digits.Length], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) => InZone(wall, zone),
        _ => null,
    };

    private static DateTimeOffset? At(DateTime day, Match match, TimeZoneInfo zone)
    {
        if (!match.Groups["h"].Success)
        {
            return InZone(day, zone);
        }

        int hour = Number(match, "h"), minute = Number(match, "mi"), second = match.Groups["s"].Success ? Number(match, "s") : 0;
        hour += hour < 12 && match.Groups["p"].ValueSpan is "下午" or "晚上" or "傍晚" or "PM" or "pm" ? 12 : 0;
        hour += hour is > 0 and < 3 && match.Groups["p"].ValueSpan is "中午" ? 12 : 0;
        if (hour > 24 || minute > 59 || second > 60)
        {
            return InZone(day, zone);
        }

        var wall = day.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return match.Groups["z"].Success ? WithOffset(wall, match.Groups["z"].ValueSpan) : InZone(wall, zone);
    }

    private static DateTimeOffset WithOffset(DateTime wall, ReadOnlySpan<char> offset)
    {
        if (offset is "Z")
        {
            return new DateTimeOffset(wall, TimeSpan.Zero);
        }

        var hours = int.Parse(offset.Slice(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(offset[^2..], CultureInfo.InvariantCulture);
        var span = new TimeSpan(Math.Min(hours, 14), hours >= 14 ? 0 : Math.Min(minutes, 59), 0);
        return new DateTimeOffset(wall, offset[0] == '-' ? -span : span);
    }

    private static int Year(Match match)
    {
        var year = Number(match, "y");
        return year < 100 ? year + 2000 : year;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateTime? Day(int year, int month, int day) =>
        year is >= 1990 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    /// <summary>Makes full-width digits, colons, slashes and spaces narrow.</summary>
    private static string Narrow(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                >= '０' and <= '９' => (char)(from[i] - '０' + '0'),
                '：' => ':',
                '／' => '/',
                '－' or '—' or '–' => '-',
                '．' => '.',
                '\u3000' or '\u00A0' or '\t' or '\n' or '\r' => ' ',
                var c => c,
            };
        }
    });

    private const string Clock = @"(?:(?<p>上午|下午|晚上|凌晨|中午|早上|早晨|傍晚)\s{0,3})?(?<h>\d{1,2})\s?[:时点]\s?(?<mi>\d{1,2})(?:\s?[:分]\s?(?<s>\d{1,2}))?(?:\.\d{1,9})?秒?(?:\s?(?<p>AM|PM|am|pm))?(?:\s?(?<z>Z|[+-]\d{2}:?\d{2})(?!\d))?";
    private const string Gap = @"(?:\s{0,6}|T|-(?=\d{1,2}:\d)|\s{0,3}[(（【\[]?(?:周|星期|礼拜)[一二三四五六日天][)）】\]]?\s{0,3})";

    [GeneratedRegex(@"(?<!\d)(?:(?<y>(?:19|20)\d{2})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]?|(?<y>(?:19|20)\d{2}|\d{2})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d)日?|(?<y>20\d{2})\s{1,4}(?<m>\d{1,2})[-/](?<d>\d{1,2})(?!\d))(?:" + Gap + Clock + ")?", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex FullDate();

    [GeneratedRegex("(?<y>[二一][〇零○Ｏ0OＯ一二三四五六七八九]{3})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})日", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex WordDate();

    [GeneratedRegex(@"(?:(?<half>半)个?|(?<n>\d{1,6}|[一二两三四五六七八九十]{1,3})\s?)(?<u>秒钟?|分钟?|个?小时|个?钟头|天|日|周|个?星期|个?月|年)\s?(?:之|以)?前", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Relative();

    [GeneratedRegex("(?<w>今天|今日|昨天|昨日|大前天|前天)(?:" + Gap + Clock + ")?", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex DayWord();

    [GeneratedRegex(@"(?<![\d.:/-])(?:(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]|(?<m>\d{1,2})[-/](?<d>\d{1,2})(?![\d/-]))(?:" + Gap + Clock + ")?", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex MonthDay();

    [GeneratedRegex("^" + Clock + "$", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex ClockOnly();
}
