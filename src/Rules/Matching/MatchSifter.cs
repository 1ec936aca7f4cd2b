using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Matching;

/// <summary>Keeps the matches that mean their term: exclusions, whole words, fillers inside, and longer words of another sense.</summary>
internal sealed class MatchSifter(Vocabulary vocabulary, CharacterTable table, IWordBoundaries? words)
{
    private const int LongestClause = 120;

    /// <summary>Adds the accepted matches in the order of the text, longer before shorter at one place.</summary>
    public void Sift(FoldedText text, ReadOnlySpan<RawMatch> matches, List<Found> kept)
    {
        var clause = new WordClause();
        var (maskEnd, maskStart, outerEnd, outerStart) = (0, -1, 0, -1);
        foreach (var match in matches)
        {
            if (match.End <= maskEnd && !(match.Start == maskStart && match.End == maskEnd))
            {
                continue;
            }

            foreach (var term in vocabulary.TermsOf(match.Pattern))
            {
                if (!Accepts(text, matches, match, term, clause))
                {
                    continue;
                }

                var inner = match.End <= outerEnd && !(match.Start == outerStart && match.End == outerEnd);
                kept.Add(new Found(term, match.Start, match.End, inner));
                if (term.Role is TermRole.Address or TermRole.OtherSense && match.End > maskEnd)
                {
                    (maskStart, maskEnd) = (match.Start, match.End);
                }

                if (match.End > outerEnd)
                {
                    (outerStart, outerEnd) = (match.Start, match.End);
                }
            }
        }
    }

    private bool Accepts(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, WordClause clause)
    {
        if (!FillersAllowed(text, all, match) || term.Exclusions.Apply(text.Span, match.Start, match.End - match.Start))
        {
            return false;
        }

        return !term.WholeWord || words is null || IsWhole(text.Span, match, clause, words);
    }

    private bool FillersAllowed(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match)
    {
        var length = match.End - match.Start;
        if (text.Origin(match.End - 1) - text.Origin(match.Start) == length - 1)
        {
            return true;
        }

        var soft = false;
        for (var i = match.Start; i < match.End - 1; i++)
        {
            for (var at = text.Origin(i) + 1; at < text.Origin(i + 1); at++)
            {
                var c = text.OriginalAt(at);
                if (table.Kinds[c] == CharacterKind.Filler)
                {
                    soft |= length < 3 && (char.IsWhiteSpace(c) || c is '/' or '|' or '(' or ')' or '（' or '）' or '[' or ']' or '"' or '“' or '”' or '『' or '』' or '「' or '」' or '】' or '【' or '丨');
                }
            }
        }

        return !soft || HasPlainAnchor(text, all);
    }

    private bool HasPlainAnchor(FoldedText text, ReadOnlySpan<RawMatch> all)
    {
        foreach (var other in all)
        {
            if (text.Origin(other.End - 1) - text.Origin(other.Start) == other.End - other.Start - 1 && vocabulary.HasAnchor([other]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWhole(ReadOnlySpan<char> text, RawMatch match, WordClause clause, IWordBoundaries boundaries)
    {
        if (match.Start < clause.Start || match.End > clause.End)
        {
            var start = match.Start;
            while (start > 0 && match.Start - start < LongestClause && table.Kinds[text[start - 1]] < CharacterKind.ClauseEnd)
            {
                start--;
            }

            var end = match.End;
            while (end < text.Length && end - match.End < LongestClause && table.Kinds[text[end]] < CharacterKind.ClauseEnd)
            {
                end++;
            }

            (clause.Start, clause.End) = (start, end);
            boundaries.Boundaries(text[start..end], clause.Starts);
        }

        var from = match.Start - clause.Start;
        var to = match.End - clause.Start;
        return clause.Starts.BinarySearch(from) >= 0 && (match.End == clause.End || clause.Starts.BinarySearch(to) >= 0);
    }

    private sealed class WordClause
    {
        public int Start { get; set; }

        public int End { get; set; } = -1;

        public List<int> Starts { get; } = [];
    }
}
