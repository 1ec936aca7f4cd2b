namespace OpinionWatch.Rules.Matching;

/// <summary>The matcher alone, for whoever measures it: all occurrences of plain terms in a text, nothing folded and nothing sifted.</summary>
public sealed class TermMatcher
{
    private const int PieceLength = 1 << 14;
    private readonly TermAutomaton _automaton;
    private readonly int _longest;

    /// <summary>A matcher of distinct terms, none empty.</summary>
    public TermMatcher(IReadOnlyList<string> terms)
    {
        _automaton = new TermAutomaton(new TermTrie(terms));
        _longest = terms.Select(static term => term.Length).DefaultIfEmpty(1).Max();
    }

    /// <summary>Counts the occurrences.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var found = new RawMatches(bounded: false);
        var count = 0;
        for (var at = 0; at < text.Length; at += PieceLength)
        {
            // A piece and what a term begun in it may need; what begins behind it is the next piece's.
            _automaton.Scan(text[at..Math.Min(text.Length, at + PieceLength + _longest)], found);
            foreach (var match in found.Span)
            {
                count += match.Start < PieceLength ? 1 : 0;
            }

            found.Clear();
        }

        return count;
    }
}
