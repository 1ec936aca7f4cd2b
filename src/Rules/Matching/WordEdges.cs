namespace OpinionWatch.Rules.Matching;

/// <summary>Where words begin in one clause of the folded text; the clause is cut once for all matches in it.</summary>
internal sealed class WordEdges(Vocabulary vocabulary, CharacterTable table, IWordBoundaries words)
{
    private const int LongestClause = 120;

    private readonly List<int> _starts = [];
    private int _start;
    private int _end = -1;

    /// <summary>Whether a stretch begins and ends where words do.</summary>
    public bool IsWhole(ReadOnlySpan<char> text, int start, int end)
    {
        Cut(text, start, end);
        return _starts.BinarySearch(start - _start) >= 0 && _starts.BinarySearch(end - _start) >= 0;
    }

    /// <summary>Whether a stretch begins or ends inside an ordinary word it does not share whole: 强拆 in 加强拆分, not 采砂 in 采砂船. The lexicon's own phrases over an edge (拆我家) are none.</summary>
    public bool CutsWord(ReadOnlySpan<char> text, int start, int end)
    {
        Cut(text, start, end);
        return CutsAt(text, start, start, end) || CutsAt(text, end, start, end);
    }

    private bool CutsAt(ReadOnlySpan<char> text, int edge, int start, int end)
    {
        var index = _starts.BinarySearch(edge - _start);
        if (index >= 0)
        {
            return false;
        }

        var (from, to) = (_start + _starts[~index - 1], _start + _starts[~index]);
        return (from > start || to < end) && !vocabulary.IsPhrase(text[from..to]);
    }

    private void Cut(ReadOnlySpan<char> text, int start, int end)
    {
        if (start >= _start && end <= _end)
        {
            return;
        }

        (_start, _end) = (start, end);
        while (_start > 0 && start - _start < LongestClause && table.Kinds[text[_start - 1]] < CharacterKind.ClauseEnd)
        {
            _start--;
        }

        while (_end < text.Length && _end - end < LongestClause && table.Kinds[text[_end]] < CharacterKind.ClauseEnd)
        {
            _end++;
        }

        words.Boundaries(text[_start.._end], _starts);
        _starts.Add(_end - _start);
    }
}
