using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Matching;

/// <summary>Word boundaries and weights as the jieba-compatible segmenter sees them, without guessing at new words: a guess must not decide whether a place name counts.</summary>
public sealed class SegmenterBoundaries(Segmenter segmenter) : IWordBoundaries, IWordWeights
{
    private readonly WordBridges _bridges = segmenter.Bridges();

    /// <inheritdoc/>
    public bool MayCross(ReadOnlySpan<char> text, int edge) => _bridges.MayLieOver(text, edge);

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

    /// <inheritdoc/>
    public bool IsWord(ReadOnlySpan<char> text) => segmenter.FrequencyOf(text) > 0;

    /// <inheritdoc/>
    public double Weigh(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        foreach (var token in segmenter.EnumerateTokens(text, hmm: false))
        {
            sum += segmenter.WeightOf(text.Slice(token.Start, token.Length));
        }

        return sum;
    }
}
