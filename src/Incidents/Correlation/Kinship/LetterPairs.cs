using System.Text;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>The pairs of neighbouring letters of a text: what two tellings of one matter share even when no sentence is the same.</summary>
/// <remarks>Only hashes are kept, and no pair with a digit, so that no number can be read back. Of more than <see cref="Limit"/> pairs the rarest are kept.</remarks>
public sealed class LetterPairs
{
    /// <summary>Pairs kept of one text.</summary>
    public const int Limit = 160;

    private const string Prefix = "pairs:1:";
    private readonly uint[] _pairs;

    private LetterPairs(uint[] pairs) => _pairs = pairs;

    /// <summary>No pairs at all.</summary>
    public static LetterPairs None { get; } = new([]);

    /// <summary>The pairs, smallest first.</summary>
    public ReadOnlySpan<uint> Pairs => _pairs;

    /// <summary>Takes the pairs of a text.</summary>
    /// <param name="text">Title and text as they are.</param>
    /// <param name="common">How common a pair is, to keep the rare ones.</param>
    public static LetterPairs Of(string text, CommonPairs common) => new([.. All(text).OrderBy(common.CountOf).ThenBy(hash => hash).Take(Limit).Order()]);

    /// <summary>Takes the pairs of a short text, such as a title.</summary>
    public static LetterPairs Of(string text) => new([.. All(text).Order().Take(Limit)]);

    private static HashSet<uint> All(string text)
    {
        var pairs = new HashSet<uint>();
        Span<char> pair = stackalloc char[2];
        var before = '\0';
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, CorrelationText.Limit)))
        {
            var letter = Fold(raw);
            if (before != '\0' && letter != '\0')
            {
                (pair[0], pair[1]) = (before, letter);
                pairs.Add(StableHash.Of(pair));
            }

            before = letter;
        }

        return pairs;
    }

    /// <summary>Reads a fingerprint back; null when it is another algorithm's or not well formed.</summary>
    public static LetterPairs? TryParse(string fingerprint) =>
        fingerprint.StartsWith(Prefix, StringComparison.Ordinal) && StableHash.TryUnpack(fingerprint[Prefix.Length..]) is { Length: <= Limit } pairs ? new LetterPairs(pairs) : null;

    /// <summary>Gives the hash of one pair, as in <see cref="Pairs"/>.</summary>
    public static uint HashOf(ReadOnlySpan<char> pair) => StableHash.Of(pair);

    /// <summary>Says whether the text has a pair.</summary>
    public bool Has(uint pair) => Array.BinarySearch(_pairs, pair) >= 0;

    /// <summary>Gives the fingerprint, <c>pairs:1:HASHES</c>.</summary>
    public override string ToString() => Prefix + StableHash.Pack(_pairs);

    /// <summary>Gives a letter in half width and lower case; nothing for a digit, sign or blank.</summary>
    internal static char Fold(char raw)
    {
        var narrow = raw is >= '\uFF01' and <= '\uFF5E' ? (char)(raw - 0xFEE0) : raw;
        return Rune.IsValid(narrow) && char.IsLetter(narrow) ? char.ToLowerInvariant(narrow) : '\0';
    }
}
