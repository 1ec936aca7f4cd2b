namespace OpinionWatch.Rules.Segmentation;

/// <summary>A word added to the dictionary (用户词).</summary>
/// <param name="Word">The word, 1 to <see cref="MaxLength"/> UTF-16 code units, taken as it stands: case and width count.</param>
/// <param name="Frequency">How often it occurs, beside the dictionary's total of 60 million. Null: just enough that it is cut as one word. Zero: it is never a word, and split even where the character model would form it.</param>
/// <param name="Tag">Part of speech (词性), kept for the reader of the list; it does not change the cut.</param>
public sealed record UserWord(string Word, long? Frequency = null, string? Tag = null)
{
    /// <summary>Longest word accepted, in UTF-16 code units. It bounds the work done at each character of a text.</summary>
    public const int MaxLength = 255;

    /// <summary>Highest frequency accepted, ten thousand times the dictionary's total.</summary>
    public const long MaxFrequency = 1_000_000_000_000;
}
