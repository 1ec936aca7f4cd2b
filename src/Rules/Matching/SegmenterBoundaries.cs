using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Matching;

/// <summary>Word boundaries as the jieba-compatible segmenter sees them, without guessing at new words: a guess must not decide whether a place name counts.</summary>
public sealed class SegmenterBoundaries(Segmenter segmenter) : IWordBoundaries
{
    /// <inheritdoc/>
#pragma warning disable MA0016 // As the interface says.
    public void Boundaries(ReadOnlySpan<char> text, List<int> starts)
#pragma warning restore MA0016
    {
        starts.Clear();
        foreach (var token in segmenter.EnumerateTokens(text, hmm: false))
        {
            starts.Add(token.Start);
        }
    }
}
