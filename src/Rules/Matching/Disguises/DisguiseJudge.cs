using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Decides whether what looks like a disguised term is one: the term is put back into its clause, and the clause must then read as one with the plain term would have to.</summary>
internal sealed class DisguiseJudge(Vocabulary vocabulary, CharacterTable table, IWordBoundaries? words)
{
    private const int Around = 16;
    private const int Near = 120;
    private const int MostJudged = 4096;
    private const int LongTerm = 4;
    private const int LongSpelling = 8;
    private const int ShortSpelling = 6;

    private readonly IWordWeights? _weights = words as IWordWeights;

    /// <summary>Whether the match means the term.</summary>
    public bool Accepts(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, DisguiseBudget budget)
    {
        var span = text.Span;
        var confused = (match.Disguise & (Disguise.Homophone | Disguise.LookAlike)) != 0;
        if (budget.Used >= MostJudged || (confused && (_weights is null || _weights.IsWord(span[match.Start..match.End]))))
        {
            return false;
        }

        budget.Used++;
        var from = match.Start;
        while (from > 0 && match.Start - from < Around && table.Kinds[span[from - 1]] < CharacterKind.SentenceEnd)
        {
            from--;
        }

        var to = match.End;
        while (to < span.Length && to - match.End < Around && table.Kinds[span[to]] < CharacterKind.SentenceEnd)
        {
            to++;
        }

        var restored = string.Concat(span[from..match.Start], term.Folded, span[match.End..to]);
        var at = match.Start - from;
        if (term.Exclusions.Apply(restored, at, term.FoldedLength) || IsCovered(restored, at, at + term.FoldedLength))
        {
            return false;
        }

        if (confused)
        {
            return IsConfusion(text, all, match, term, span[from..to], restored, at);
        }

        if ((match.Disguise & (Disguise.Plain | Disguise.Split)) == 0 && !IsSpelledOut(text, all, match, term))
        {
            return false;
        }

        return IsWhole(restored, at, term);
    }

    private bool IsSpelledOut(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term)
    {
        var span = text.Span;
        var letters = 0;
        foreach (var c in span[match.Start..match.End])
        {
            letters += LetterRun.IsLetter(c) ? 1 : 0;
        }

        if (!DisguisePolicy.IsSpelledOut(term) || letters < ShortSpelling - 1 || IsAddress(span, match))
        {
            return false;
        }

        var within = (match.Disguise & Disguise.WithinLetters) != 0;
        var named = char.IsAsciiLetterUpper(text.OriginalAt(text.Origin(match.Start))) && char.IsAsciiLetterLower(text.OriginalAt(text.Origin(match.End - 1)));
        var sure = term.FoldedLength >= 3 ? letters >= LongSpelling : letters >= LongSpelling && !within;
        return (sure && !named) || HasNear(text, all, match);
    }

    private static bool IsAddress(ReadOnlySpan<char> text, RawMatch match)
    {
        var (before, after) = (match.Start > 0 ? text[match.Start - 1] : ' ', match.End < text.Length ? text[match.End] : ' ');
        var follows = match.End + 1 < text.Length ? text[match.End + 1] : ' ';
        return before is '@' or '/' or '_' or '.' or '-' || char.IsAsciiDigit(before) || char.IsAsciiDigit(after) || after is '@' or '_' or '/' || (after is '.' or '-' && char.IsAsciiLetterOrDigit(follows));
    }

    private bool IsConfusion(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, ReadOnlySpan<char> asIs, string restored, int at)
    {
        if (_weights is null || !IsWhole(restored, at, term))
        {
            return false;
        }

        var gain = _weights.Weigh(restored) - _weights.Weigh(asIs);
        var needed = term.FoldedLength >= LongTerm ? 2.0 : term.FoldedLength == 3 ? 3.0 : 6.0;
        needed += (match.Disguise & Disguise.Plain) == 0 ? 4.0 : 0.0;
        needed -= HasNear(text, all, match) ? 3.0 : 0.0;
        return gain >= needed;
    }

    private bool IsWhole(string restored, int at, Term term)
    {
        if (words is null || (term.FoldedLength >= LongTerm && !term.WholeWord))
        {
            return true;
        }

        var starts = new List<int>(restored.Length + 1);
        words.Boundaries(restored, starts);
        starts.Add(restored.Length);
        return IsEdge(restored, starts, at) && IsEdge(restored, starts, at + term.FoldedLength);
    }

    // The lexicon's own phrases are words of the segmenter, too: one of them over an edge (拆我家) is no word of another sense.
    private bool IsEdge(string restored, List<int> starts, int at)
    {
        var index = starts.BinarySearch(at);
        if (index >= 0)
        {
            return true;
        }

        var (start, end) = (starts[~index - 1], starts[~index]);
        if (vocabulary.Automaton.Scan(restored.AsSpan(start, end - start)) is { } matches)
        {
            foreach (var match in matches.Span)
            {
                if (match.Start == 0 && match.End == end - start && !vocabulary.IsMask(match.Pattern))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsCovered(string restored, int start, int end)
    {
        if (vocabulary.Automaton.Scan(restored) is not { } matches)
        {
            return false;
        }

        foreach (var other in matches.Span)
        {
            if (other.Start <= start && other.End >= end && other.End - other.Start > end - start && vocabulary.IsMask(other.Pattern))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNear(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match)
    {
        foreach (var other in all)
        {
            if (other.Disguise == Disguise.None && other.Start < match.End + Near && other.End > match.Start - Near && (other.End <= match.Start || other.Start >= match.End)
                && text.Origin(other.End - 1) - text.Origin(other.Start) == other.End - other.Start - 1 && vocabulary.HasAnchor([other]))
            {
                return true;
            }
        }

        return false;
    }
}
