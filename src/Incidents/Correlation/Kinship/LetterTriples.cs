namespace OpinionWatch.Incidents.Correlation;

/// <summary>The rare triples of neighbouring letters of a text: names of estates, lakes, companies and people, whatever word they end in.</summary>
/// <remarks>Only hashes are kept, and no triple with a digit. Of more than <see cref="Limit"/> the rarest are kept.</remarks>
public sealed class LetterTriples
{
    /// <summary>Triples kept of one text.</summary>
    public const int Limit = 128;

    private const string Prefix = "triples:1:";
    private readonly uint[] _triples;

    private LetterTriples(uint[] triples) => _triples = triples;

    /// <summary>No triples at all.</summary>
    public static LetterTriples None { get; } = new([]);

    /// <summary>The triples, smallest first.</summary>
    public ReadOnlySpan<uint> Triples => _triples;

    /// <summary>Takes the triples of a text that hold a pair which stands in next to no text of the field.</summary>
    /// <param name="text">Title and text as they are.</param>
    /// <param name="common">How common a pair is.</param>
    public static LetterTriples Of(string text, CommonPairs common)
    {
        var rarity = new Dictionary<uint, int>();
        Walk(text, (triple, first, second) =>
        {
            var (one, other) = (common.CountOf(first), common.CountOf(second));
            if (Math.Min(one, other) == 0)
            {
                rarity[triple] = one + other;
            }
        });
        return new([.. rarity.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Take(Limit).Select(pair => pair.Key).Order()]);
    }

    /// <summary>Lists the triples of a text that hold one of some pairs.</summary>
    internal static IReadOnlySet<uint> With(string text, IReadOnlySet<uint> pairs)
    {
        var found = new HashSet<uint>();
        Walk(text, (triple, first, second) =>
        {
            if (pairs.Contains(first) || pairs.Contains(second))
            {
                found.Add(triple);
            }
        });
        return found;
    }

    /// <summary>Reads a fingerprint back; null when it is another algorithm's or not well formed.</summary>
    public static LetterTriples? TryParse(string fingerprint) =>
        fingerprint.StartsWith(Prefix, StringComparison.Ordinal) && StableHash.TryUnpack(fingerprint[Prefix.Length..]) is { Length: <= Limit } triples ? new LetterTriples(triples) : null;

    /// <summary>Says whether the text has a triple.</summary>
    public bool Has(uint triple) => Array.BinarySearch(_triples, triple) >= 0;

    /// <summary>Gives the fingerprint, <c>triples:1:HASHES</c>.</summary>
    public override string ToString() => Prefix + StableHash.Pack(_triples);

    private static void Walk(string text, Action<uint, uint, uint> found)
    {
        Span<char> letters = stackalloc char[3];
        var length = 0;
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, CorrelationText.Limit)))
        {
            var letter = LetterPairs.Fold(raw);
            if (letter == '\0')
            {
                length = 0;
                continue;
            }

            if (length == 3)
            {
                (letters[0], letters[1]) = (letters[1], letters[2]);
                length = 2;
            }

            letters[length++] = letter;
            if (length == 3)
            {
                found(StableHash.Of(letters), LetterPairs.HashOf(letters[..2]), LetterPairs.HashOf(letters[1..]));
            }
        }
    }
}
