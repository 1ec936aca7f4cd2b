namespace OpinionWatch.Rules.Matching;

/// <summary>Says where words begin; fulfilled by the segmenter.</summary>
public interface IWordBoundaries
{
    /// <summary>Replaces the content of <paramref name="starts"/> by the offsets in <paramref name="text"/> where a word begins, rising. Thread-safe.</summary>
    void Boundaries(ReadOnlySpan<char> text, List<int> starts);
}
