using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching.Disguises;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Matching;

/// <summary>Keeps the matches that mean their term: exclusions, whole words, fillers inside, and longer words of another sense.</summary>
internal sealed class MatchSifter(Vocabulary vocabulary, CharacterTable table, IWordBoundaries? words)
{
    private const int ShortTerm = 2;
    private const int WidestJoint = 2;

    private readonly DisguiseJudge _judge = new(vocabulary, table, words);

    /// <summary>Adds the accepted matches in the order of the text, longer before shorter at one place.</summary>
    public void Sift(FoldedText text, Scratch scratch)
    {
        ReadOnlySpan<RawMatch> matches = scratch.Matches.Span;
        var (kept, budget) = (scratch.Found, scratch.Budget.Emptied());
        var edges = words is null ? null : new WordEdges(vocabulary, table, words, scratch.WordStarts);
        var (maskEnd, maskStart, outerEnd, outerStart) = (0, -1, 0, -1);
        bool? anchored = null;
        foreach (var match in matches)
        {
            if (match.End <= maskEnd && !(match.Start == maskStart && match.End == maskEnd))
            {
                continue;
            }

            foreach (var term in vocabulary.TermsOf(match.Pattern))
            {
                if (!Accepts(text, matches, match, term, edges, budget, ref anchored) || IsTwice(kept, term, match))
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

    private bool Accepts(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, WordEdges? edges, DisguiseBudget budget, ref bool? anchored)
    {
        if (match.Disguise != Disguise.None)
        {
            return _judge.Accepts(text, all, match, term, budget);
        }

        if (term.Exclusions.Apply(text.Span, match.Start, match.End - match.Start) || !FillersAllowed(text, all, match, edges, ref anchored))
        {
            return false;
        }

        return edges is null || (term.WholeWord
            ? edges.IsWhole(text.Span, match.Start, match.End)
            : term.FoldedLength != ShortTerm || !Vocabulary.IsAnchorOrHarm(term.Role) || !edges.CutsWord(text.Span, match.Start, match.End));
    }

    private bool FillersAllowed(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, WordEdges? edges, ref bool? anchored)
    {
        var length = match.End - match.Start;
        if (text.Origin(match.End - 1) - text.Origin(match.Start) == length - 1)
        {
            return true;
        }

        var (soft, widest) = (false, 0);
        for (var i = match.Start; i < match.End - 1; i++)
        {
            widest = Math.Max(widest, text.Origin(i + 1) - text.Origin(i) - 1);
            for (var at = text.Origin(i) + 1; at < text.Origin(i + 1); at++)
            {
                var c = text.OriginalAt(at);
                if (table.Kinds[c] == CharacterKind.Filler)
                {
                    soft |= length < 3 && (char.IsWhiteSpace(c) || c is '/' or '|' or '(' or ')' or '（' or '）' or '[' or ']' or '"' or '“' or '”' or '『' or '』' or '「' or '」' or '】' or '【' or '丨');
                }
            }
        }

        return !soft || (anchored ??= HasPlainAnchor(text, all)) || (edges is not null && widest <= WidestJoint && !edges.CutsWord(text.Span, match.Start, match.End) && _judge.IsJoined(text.Span, match));
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
}
