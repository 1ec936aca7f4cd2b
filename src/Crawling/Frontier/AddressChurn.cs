using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Crawling.Extraction;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Sees through lists whose links are new at each reading though the entries are not, as with session ids of unknown names: what was read under another address is known. Pure.</summary>
internal static class AddressChurn
{
    private const int Remembered = 2000;
    private const int LeastItems = 5;
    private const int LeastTitle = 4;
    private const double MostOf = 0.8;

    /// <summary>Gives what is remembered of a list: its headlines.</summary>
    public static string Remember(IReadOnlyList<ListedItem> items) => string.Join(' ', items.Take(Remembered).Select(TitleOf).OfType<string>());

    /// <summary>Lists the indexes of items that are known though their addresses are new: only where most addresses are new and most headlines are not. In a list longer than what is remembered the rest counts as known then.</summary>
    /// <param name="items">The items of the list, in order.</param>
    /// <param name="isNew">Says of each whether its address was never met.</param>
    /// <param name="memory">What was remembered at the last reading; null when there was none.</param>
    public static IReadOnlySet<int> FindKnown(IReadOnlyList<ListedItem> items, IReadOnlyList<bool> isNew, string? memory)
    {
        var titles = memory?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var compared = Math.Min(items.Count, Remembered);
        if (titles is null || compared < LeastItems || isNew.Take(compared).Count(fresh => fresh) < compared * MostOf)
        {
            return new HashSet<int>();
        }

        var known = Enumerable.Range(0, compared).Where(i => isNew[i] && TitleOf(items[i]) is { } title && titles.Contains(title)).ToHashSet();
        if (known.Count < compared * MostOf)
        {
            return new HashSet<int>();
        }

        known.UnionWith(Enumerable.Range(compared, items.Count - compared).Where(i => isNew[i]));
        return known;
    }

    private static string? TitleOf(ListedItem item) =>
        item.Title is { Length: >= LeastTitle } title ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)).AsSpan(0, 8)) : null;
}
