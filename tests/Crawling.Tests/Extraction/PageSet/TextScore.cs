using System.Runtime.InteropServices;

namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>Compares two texts by the pairs of neighbouring characters they share, white space left out.</summary>
public static class TextScore
{
    /// <summary>Gives the harmonic mean of precision and recall, 0 to 1; 1 when both are empty.</summary>
    public static double F1(string expected, string? found)
    {
        var wanted = Pairs(expected);
        var got = Pairs(found ?? "");
        if (wanted.Count == 0 || got.Count == 0)
        {
            return wanted.Count == got.Count ? 1 : 0;
        }

        var shared = got.Sum(pair => Math.Min(pair.Value, wanted.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / (wanted.Values.Sum() + got.Values.Sum());
    }

    /// <summary>True when the texts are equal but for white space.</summary>
    public static bool Same(string? expected, string? found) => Squeeze(expected ?? "") == Squeeze(found ?? "");

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var squeezed = Squeeze(text);
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 0; i < squeezed.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (squeezed[i], i + 1 < squeezed.Length ? squeezed[i + 1] : '\0'), out _)++;
        }

        return pairs;
    }

    private static string Squeeze(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c))]);
}
