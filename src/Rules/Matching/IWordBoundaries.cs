namespace OpinionWatch.Rules.Matching;

/// <summary>Says where words begin; fulfilled by the segmenter.</summary>
public interface IWordBoundaries
{
#pragma warning disable MA0016 // The list is refilled for each clause on the hot path; the concrete type spares a virtual call an offset.
    /// <summary>Replaces the content of <paramref name="starts"/> by the offsets in <paramref name="text"/> where a word begins, rising. Thread-safe.</summary>
    void Boundaries(ReadOnlySpan<char> text, List<int> starts);
#pragma warning restore MA0016

    /// <summary>Whether a word may lie over an edge of <paramref name="text"/>; false only when the offset would be among the boundaries of any stretch round it. Thread-safe.</summary>
    bool MayCross(ReadOnlySpan<char> text, int edge);
}
