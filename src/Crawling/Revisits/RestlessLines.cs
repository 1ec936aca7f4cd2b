using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Crawling.Extraction.Pages;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Sees through pages that change by themselves: a recommended story, a line that rotates. Pure.</summary>
/// <remarks>Only few lines beside others that stay count as such: what makes up most of a post is its author's, however often it changes.</remarks>
internal static class RestlessLines
{
    /// <summary>Edits of the same lines in a row after which these lines are no news any more.</summary>
    public const int EditsFrom = 3;

    private const int CalmFrom = 6;
    private const int MostLines = 60;

    /// <summary>Notes that a look found the document as it was.</summary>
    public static MatchedDocument Rested(MatchedDocument known) => known.Edits < EditsFrom || known.Calm + 1 >= CalmFrom
        ? known with { Edits = 0, Calm = 0, Rotating = [] }
        : known with { Calm = known.Calm + 1 };

    /// <summary>Notes an edit, and says whether it is only what changes by itself.</summary>
    /// <param name="known">The document as it was.</param>
    /// <param name="difference">What is different.</param>
    /// <param name="length">Length of the text as it is.</param>
    public static (MatchedDocument Known, bool IsRestless) Edited(MatchedDocument known, TextDifference difference, int length)
    {
        var removed = difference.Removed.Select(NameOf).ToList();
        var isSame = removed.Count > 0 && difference.Added.Count <= removed.Count && removed.TrueForAll(known.Rotating.Contains);
        var isSmall = difference.Added.Sum(line => line.Length) * 2 <= length && difference.Removed.Sum(line => line.Length) * 2 <= known.Text.Length;
        var lines = (isSame ? known.Rotating : []).Concat(removed).Concat(difference.Added.Select(NameOf)).Distinct(StringComparer.Ordinal).TakeLast(MostLines);
        return (known with { Edits = isSame ? known.Edits + 1 : 1, Calm = 0, Rotating = [.. lines] }, isSame && isSmall && known.Edits >= EditsFrom);
    }

    private static string NameOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}
