using System.Globalization;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Names of frontier entries. An item's is its canonical address; the others are told apart by a word in front.</summary>
internal static class EntryKey
{
    private const string ListWord = "list|";
    private const string DayWord = "day|";
    private const string PartWord = "part|";
    private const string MoreWord = "more|";
    private const string FloorsWord = "page|";
    private const string WatchedWord = "watch|";
    private const string PagesWord = "pages|";
    private const string DayFormat = "yyyyMMdd";

    /// <summary>A start address of a source.</summary>
    public static string List(string source, string canonical) => $"{ListWord}{source}|{canonical}";

    /// <summary>A start address of a source on one day; <paramref name="address"/> is the one with the day's marks.</summary>
    public static string Day(string source, string address, DateOnly day) => $"{DayWord}{day.ToString(DayFormat, CultureInfo.InvariantCulture)}|{source}|{address}";

    /// <summary>A list that another list is made of, visited again and again.</summary>
    public static string Part(string source, string canonical) => $"{PartWord}{source}|{canonical}";

    /// <summary>A further page of a list, visited once.</summary>
    public static string More(string source, int page, Uri url) => $"{MoreWord}{page}|{source}|{url.AbsoluteUri}";

    /// <summary>A further page of a thread.</summary>
    public static string Floors(int page, Uri url) => $"{FloorsWord}{page}|{url.AbsoluteUri}";

    /// <summary>A thread or article that belongs to a matter.</summary>
    public static string Watched(string canonical) => WatchedWord + canonical;

    /// <summary>The mark that says how many pages a thread had when it was last read.</summary>
    public static string Pages(string canonical) => PagesWord + canonical;

    /// <summary>Says whether it is a start address: what the source's health is judged by.</summary>
    public static bool IsStart(string key) => key.StartsWith(ListWord, StringComparison.Ordinal) || IsDay(key);

    /// <summary>Says whether it is a start address of one day.</summary>
    public static bool IsDay(string key) => key.StartsWith(DayWord, StringComparison.Ordinal);

    /// <summary>Says whether it is a part of another list.</summary>
    public static bool IsPart(string key) => key.StartsWith(PartWord, StringComparison.Ordinal);

    /// <summary>Says whether a list stays after it was visited.</summary>
    public static bool IsLasting(string key) => IsStart(key) || IsPart(key);

    /// <summary>Gives the day of a start address of one day, and the address with the day's marks.</summary>
    public static (DateOnly Day, string Address) DayOf(string key)
    {
        var parts = key.Split('|', 4);
        return (DateOnly.ParseExact(parts[1], DayFormat, CultureInfo.InvariantCulture), parts[3]);
    }

    /// <summary>Gives the number of the page within its list or thread, from 1.</summary>
    public static int PageNumber(string key)
    {
        if (!key.StartsWith(MoreWord, StringComparison.Ordinal) && !key.StartsWith(FloorsWord, StringComparison.Ordinal))
        {
            return 1;
        }

        var end = key.IndexOf('|', MoreWord.Length);
        return end > 0 && int.TryParse(key.AsSpan(MoreWord.Length, end - MoreWord.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
    }
}
