using System.Globalization;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Names of frontier entries. An item's is its canonical address; the others are told apart by a word in front.</summary>
internal static class EntryKey
{
    private const string ListWord = "list|";
    private const string MoreWord = "more|";
    private const string FloorsWord = "page|";

    /// <summary>A start address of a source.</summary>
    public static string List(string source, string canonical) => $"{ListWord}{source}|{canonical}";

    /// <summary>A further page of a list, visited once.</summary>
    public static string More(string source, int page, Uri url) => $"{MoreWord}{page}|{source}|{url.AbsoluteUri}";

    /// <summary>A further page of a thread.</summary>
    public static string Floors(int page, Uri url) => $"{FloorsWord}{page}|{url.AbsoluteUri}";

    /// <summary>Says whether it is a start address.</summary>
    public static bool IsStart(string key) => key.StartsWith(ListWord, StringComparison.Ordinal);

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
