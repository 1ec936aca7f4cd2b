namespace OpinionWatch.Rules.Matching;

/// <summary>Where words begin in one clause of the folded text; the clause is cut once for all matches in it.</summary>
/// <param name="vocabulary">The lexicon's own phrases.</param>
/// <param name="table">Where clauses end.</param>
/// <param name="words">The segmenter.</param>
/// <param name="starts">A buffer for where words begin, for this alone.</param>
internal sealed class WordEdges(Vocabulary vocabulary, CharacterTable table, IWordBoundaries words, List<int> starts)
{
    private const int LongestClause = 120;

    private int _start;
    private int _end = -1;
    private bool _isCut;

    /// <summary>Whether a stretch begins and ends where words do.</summary>
    public bool IsWhole(ReadOnlySpan<char> text, int start, int end)
    {
        Bound(text, start, end);
        return IsEdge(text, start) && IsEdge(text, end);
    }

    /// <summary>Whether a stretch begins or ends inside an ordinary word it does not share whole: 强拆 in 加强拆分, not 采砂 in 采砂船. The lexicon's own phrases over an edge (拆我家) are none.</summary>
    public bool CutsWord(ReadOnlySpan<char> text, int start, int end)
    {
        Bound(text, start, end);
        return CutsAt(text, start, start, end) || CutsAt(text, end, start, end);
    }

    private bool CutsAt(ReadOnlySpan<char> text, int edge, int start, int end)
    {
        var index = IndexOf(text, edge);
        if (index >= 0)
        {
            return false;
        }

        var (from, to) = (_start + starts[~index - 1], _start + starts[~index]);
        return (from > start || to < end) && !vocabulary.IsPhrase(text[from..to]);
    }

    private bool IsEdge(ReadOnlySpan<char> text, int edge) => IndexOf(text, edge) >= 0;

    /// <summary>Where an edge stands among the beginnings of words, or its complement; 0 where no word lies over it, for which the clause need not be cut.</summary>
    private int IndexOf(ReadOnlySpan<char> text, int edge)
    {
        // Of the clause alone: in a text without an end of clause the way back from an edge would be as long as the text.
        if (!words.MayCross(text[_start.._end], edge - _start))
        {
            return 0;
        }

        if (!_isCut)
        {
            words.Boundaries(text[_start.._end], starts);
            starts.Add(_end - _start);
            _isCut = true;
        }

        return starts.BinarySearch(edge - _start);
    }

    /// <summary>Takes the clause round a stretch, unless the one taken before holds it.</summary>
    private void Bound(ReadOnlySpan<char> text, int start, int end)
    {
        if (start >= _start && end <= _end)
        {
            return;
        }

        _start = ClauseEdges.Before(text, start, table, CharacterKind.ClauseEnd, LongestClause);
        _end = ClauseEdges.After(text, end, table, CharacterKind.ClauseEnd, LongestClause);
        _isCut = false;
    }
}
