using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching.Disguises;

namespace OpinionWatch.Rules.Matching;

/// <summary>Keeps the matches that mean their term: exclusions, whole words, fillers inside, and longer words of another sense.</summary>
internal sealed class MatchSifter(Vocabulary vocabulary, CharacterTable table, IWordBoundaries? words)
{
    private const int LongestClause = 120;

    private readonly DisguiseJudge _judge = new(vocabulary, table, words);

    /// <summary>The accepted matches in the order of the text, longer before shorter at one place.</summary>
    public List<Found> Sift(FoldedText text, Span<RawMatch> matches)
    {
        matches.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Pattern != b.Pattern ? a.Pattern.CompareTo(b.Pattern) : a.Disguise.CompareTo(b.Disguise));
        var budget = new DisguiseBudget();
        var kept = new List<Found>(matches.Length);
        var clause = new WordClause();
        var (maskEnd, maskStart, outerEnd, outerStart) = (0, -1, 0, -1);
        foreach (var match in matches)
        {
            foreach (var term in vocabulary.TermsOf(match.Pattern))
            {
                var masked = match.End <= maskEnd && !(match.Start == maskStart && match.End == maskEnd);
                if (masked || !Accepts(text, matches, match, term, clause, budget) || IsTwice(kept, term, match))
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

        return kept;
    }

    private static bool IsTwice(List<Found> kept, Term term, RawMatch match)
    {
        for (var i = kept.Count - 1; i >= 0 && kept[i].Start == match.Start && kept[i].End == match.End; i--)
        {
            if (kept[i].Term == term)
            {
                return true;
            }
        }

        return false;
    }

    private bool Accepts(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, WordClause clause, DisguiseBudget budget)
    {
        if (match.Disguise != Disguise.None)
        {
            return _judge.Accepts(text, all, match, term, budget);
        }

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
            if (other.Disguise == Disguise.None && text.Origin(other.End - 1) - text.Origin(other.Start) == other.End - other.Start - 1 && vocabulary.HasAnchor([other]))
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
