namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Decides whether what looks like a disguised term is one: the term is put back into its clause, and the clause must then read as one with the plain term would have to.</summary>
internal sealed class DisguiseJudge(Vocabulary vocabulary, CharacterTable table, IWordBoundaries? words)
{
    private const int Around = 16;
    private const int MostJudged = 4096;
    private const int MostOnStack = 128;
    private const int LongTerm = 4;
    private const int LongSpelling = 8;
    private const int ShortSpelling = 6;
    private const double JoinedGain = 2.0;
    private const double SentenceGain = 0.5;
    private const double CuedGain = 4.0;
    private const string Degrees = "很太更最好够要变不较挺真非越超多再";

    private readonly IWordWeights? _weights = words as IWordWeights;
    private readonly Surroundings _around = new(vocabulary, table);

    /// <summary>Whether the match means the term.</summary>
    public bool Accepts(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, DisguiseBudget budget)
    {
        var span = text.Span;
        var confused = (match.Disguise & (Disguise.Homophone | Disguise.LookAlike)) != Disguise.None;
        if (budget.Used >= MostJudged || (confused && (_weights is null || _weights.IsWord(span[match.Start..match.End]))))
        {
            return false;
        }

        budget.Used++;
        if (confused && _around.IsPlainAlready(span, all, match, term))
        {
            return false;
        }

        var from = ClauseEdges.Before(span, match.Start, table, CharacterKind.SentenceEnd, Around);
        var to = ClauseEdges.After(span, match.End, table, CharacterKind.SentenceEnd, Around);
        var at = match.Start - from;
        var length = at + term.FoldedLength + to - match.End;
        Span<char> restored = length <= MostOnStack ? stackalloc char[length] : new char[length];
        span[from..match.Start].CopyTo(restored);
        term.Folded.CopyTo(restored[at..]);
        span[match.End..to].CopyTo(restored[(at + term.FoldedLength)..]);
        if (term.Exclusions.Apply(restored, at, term.FoldedLength) || _around.IsCovered(restored, at, at + term.FoldedLength, budget.Matches))
        {
            return false;
        }

        if ((match.Disguise & Disguise.Initials) != Disguise.None)
        {
            return IsInitials(text, all, match, term, restored, at, from, budget);
        }

        if ((match.Disguise & Disguise.Parted) != Disguise.None)
        {
            return IsParted(text, all, match, term, restored, at, budget);
        }

        if (confused)
        {
            return IsConfusion(text, all, match, term, span[from..to], restored, at, budget);
        }

        if ((match.Disguise & (Disguise.Plain | Disguise.Split)) == Disguise.None && !IsSpelledOut(text, all, match, term))
        {
            return false;
        }

        return IsWhole(restored, at, term, budget);
    }

    /// <summary>Whether two characters with a sign or blank between them are likelier one word than the end of one and the beginning of another.</summary>
    public bool IsJoined(ReadOnlySpan<char> text, RawMatch match)
    {
        if (_weights is null || match.End - match.Start != 2)
        {
            return false;
        }

        var middle = match.Start + 1;
        var from = ClauseEdges.Before(text, match.Start, table, CharacterKind.ClauseEnd, Around - 1);
        var to = ClauseEdges.After(text, match.End, table, CharacterKind.ClauseEnd, Around - 1);
        var degree = match.Start > 0 && Degrees.Contains(text[match.Start - 1]);
        return !degree && _weights.Weigh(text[from..to]) - _weights.Weigh(text[from..middle]) - _weights.Weigh(text[middle..to]) >= JoinedGain;
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

        var within = (match.Disguise & Disguise.WithinLetters) != Disguise.None;
        var named = char.IsAsciiLetterUpper(text.OriginalAt(text.Origin(match.Start))) && char.IsAsciiLetterLower(text.OriginalAt(text.Origin(match.End - 1)));
        var sure = term.FoldedLength >= 3 ? letters >= LongSpelling : letters >= LongSpelling && !within;
        return (sure && !named) || _around.HasNear(text, all, match) || (!named && _around.HasCueNear(all, match));
    }

    private static bool IsAddress(ReadOnlySpan<char> text, RawMatch match)
    {
        var (before, after) = (match.Start > 0 ? text[match.Start - 1] : ' ', match.End < text.Length ? text[match.End] : ' ');
        var follows = match.End + 1 < text.Length ? text[match.End + 1] : ' ';
        return before is '@' or '/' or '_' or '.' or '-' || char.IsAsciiDigit(before) || char.IsAsciiDigit(after) || after is '@' or '_' or '/' || (after is '.' or '-' && char.IsAsciiLetterOrDigit(follows));
    }

    private bool IsConfusion(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, ReadOnlySpan<char> asIs, ReadOnlySpan<char> restored, int at, DisguiseBudget budget)
    {
        if (_weights is null || !IsWhole(restored, at, term, budget))
        {
            return false;
        }

        // What is cut alike in both weighs the same: only what lies between the nearest edges no word lies over in either is weighed.
        var (start, end) = (EdgeBefore(restored, asIs, at), EdgeBehind(restored, asIs, restored.Length - at - term.FoldedLength));
        var gain = _weights.Weigh(restored[start..^end]) - _weights.Weigh(asIs[start..^end]);
        var needed = term.FoldedLength >= LongTerm ? 2.0 : term.FoldedLength == LongTerm - 1 ? 4.0 : 7.5;
        needed += (match.Disguise & Disguise.Plain) == Disguise.None ? 4.0 : 0.0;
        needed -= _around.HasNear(text, all, match) ? 4.0 : _around.HasCueNear(all, match) ? 3.0 : 0.0;
        needed -= Evidence.IsDoneToUs(text.Span, match.End) ? 2.5 : 0.0;
        needed -= DisguisePolicy.IsGrievous(term.Role) && _around.HasInClause(text.Span, all, match) && _around.HasCueNear(all, match) ? 1.5 : 0.0;
        return gain >= needed;
    }

    /// <summary>The last offset up to <paramref name="at"/> over which no word lies in either text.</summary>
    private int EdgeBefore(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int at)
    {
        while (at > 0 && (words!.MayCross(one, at) || words.MayCross(other, at)))
        {
            at--;
        }

        return at;
    }

    /// <summary>The same behind, counted from the ends.</summary>
    private int EdgeBehind(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int left)
    {
        while (left > 0 && (words!.MayCross(one, one.Length - left) || words.MayCross(other, other.Length - left)))
        {
            left--;
        }

        return left;
    }

    private bool IsParted(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, ReadOnlySpan<char> restored, int at, DisguiseBudget budget)
    {
        var span = text.Span;
        var mark = match.Start;
        while (table.Kinds[span[mark]] < CharacterKind.ClauseEnd)
        {
            mark++;
        }

        if (_weights is null || Evidence.IsNaturalPause(span, match, mark, term.FoldedLength) || !IsWhole(restored, at, term, budget))
        {
            return false;
        }

        var middle = at + mark - match.Start;
        var from = ClauseEdges.Before(restored, at, table, CharacterKind.ClauseEnd, Around);
        var to = ClauseEdges.After(restored, at + term.FoldedLength, table, CharacterKind.ClauseEnd, Around);
        var gain = _weights.Weigh(restored[from..to]) - _weights.Weigh(restored[from..middle]) - _weights.Weigh(restored[middle..to]);
        if (!_around.HasNear(text, all, match))
        {
            return gain >= CuedGain && _around.HasCueNear(all, match);
        }

        return gain >= (table.Kinds[span[mark]] == CharacterKind.SentenceEnd && _around.HasInClause(span, all, match) ? SentenceGain : JoinedGain);
    }

    private bool IsInitials(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term, ReadOnlySpan<char> restored, int at, int from, DisguiseBudget budget)
    {
        if (IsAddress(text.Span, match) || !IsWhole(restored, at, term, budget))
        {
            return false;
        }

        var to = from + restored.Length - (term.FoldedLength - (match.End - match.Start));
        var passive = at > 0 && restored[at - 1] == '被';
        return (passive ? _around.HasWithin(all, match, from, to) : _around.HasInClause(text.Span, all, match))
            || (_around.HasCueNear(all, match) && _around.IsInPhrase(restored, at, at + term.FoldedLength, budget.Matches));
    }

    private bool IsWhole(ReadOnlySpan<char> restored, int at, Term term, DisguiseBudget budget)
    {
        if (words is null || (term.FoldedLength >= LongTerm && !term.WholeWord))
        {
            return true;
        }

        var edges = new WordEdges(vocabulary, table, words, budget.WordStarts);
        return term.WholeWord ? edges.IsWhole(restored, at, at + term.FoldedLength) : !edges.CutsWord(restored, at, at + term.FoldedLength);
    }
}
