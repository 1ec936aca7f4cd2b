namespace OpinionWatch.Rules.Matching;

/// <summary>Says how likely a stretch of text is, cut into words; fulfilled by the segmenter.</summary>
public interface IWordWeights
{
    /// <summary>Sum of the logarithms of the words' shares, of the likeliest cut. Thread-safe.</summary>
    double Weigh(ReadOnlySpan<char> text);

    /// <summary>Whether the dictionary has this word.</summary>
    bool IsWord(ReadOnlySpan<char> text);
}
