namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What other words stand round a doubtful disguise.</summary>
internal sealed class Surroundings(Vocabulary vocabulary, CharacterTable table)
{
    private const int Near = 120;

    /// <summary>Whether a longer word of another sense or an address holds the term.</summary>
    public bool IsCovered(ReadOnlySpan<char> restored, int start, int end, RawMatches matches)
    {
        matches.Clear();
        vocabulary.Automaton.Scan(restored, matches);
        foreach (var other in matches.Span)
        {
            if (other.Start <= start && other.End >= end && other.End - other.Start > end - start && vocabulary.IsMask(other.Pattern))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the term begins a longer word of the field, or lies in one: 拆迁办.</summary>
    public bool IsInPhrase(ReadOnlySpan<char> restored, int start, int end, RawMatches matches)
    {
        matches.Clear();
        vocabulary.Automaton.Scan(restored, matches);
        foreach (var other in matches.Span)
        {
            if (other.Start <= start && other.End > end && vocabulary.HasAnchor([other]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a plain word of the field stands near.</summary>
    public bool HasNear(FoldedText text, ReadOnlySpan<RawMatch> all, RawMatch match)
    {
        foreach (var other in Window(all, match.Start - Near, match.End + Near))
        {
            if (IsBeside(other, match) && text.Origin(other.End - 1) - text.Origin(other.Start) == other.End - other.Start - 1 && vocabulary.HasAnchor([other]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what people say who complain or were harmed stands near.</summary>
    public bool HasCueNear(ReadOnlySpan<RawMatch> all, RawMatch match)
    {
        foreach (var other in Window(all, match.Start - Near, match.End + Near))
        {
            if (IsBeside(other, match) && vocabulary.HasCue(other.Pattern))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a plain word of the field stands in the same clause.</summary>
    public bool HasInClause(ReadOnlySpan<char> text, ReadOnlySpan<RawMatch> all, RawMatch match)
    {
        foreach (var other in Window(all, match.Start - Near, match.End + Near))
        {
            if (IsBeside(other, match) && vocabulary.HasAnchor([other]) && Evidence.InOneClause(text, table, other, match))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a plain word of the field stands between two offsets.</summary>
    public bool HasWithin(ReadOnlySpan<RawMatch> all, RawMatch match, int from, int to)
    {
        foreach (var other in Window(all, match.Start - Near, match.End + Near))
        {
            if (IsBeside(other, match) && other.Start >= from && other.End <= to && vocabulary.HasAnchor([other]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character that would be another belongs to a plain word of the field: 土地证上 is not 土地正上.</summary>
    public bool IsPlainAlready(ReadOnlySpan<char> text, ReadOnlySpan<RawMatch> all, RawMatch match, Term term)
    {
        foreach (var other in Window(all, match.Start, match.End))
        {
            if (other.Disguise != Disguise.None || other.End - other.Start < 2 || !vocabulary.HasAnchor([other]))
            {
                continue;
            }

            for (var i = Math.Max(other.Start, match.Start); i < Math.Min(other.End, match.End); i++)
            {
                if (i - match.Start < term.FoldedLength && text[i] != term.Folded[i - match.Start])
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The matches that may reach into a stretch; they rise by their start, and a plain one is as long as its pattern.</summary>
    private ReadOnlySpan<RawMatch> Window(ReadOnlySpan<RawMatch> all, int start, int end)
    {
        var first = FirstFrom(all, start - vocabulary.LongestPattern);
        return all[first..Math.Max(first, FirstFrom(all, end))];
    }

    private static int FirstFrom(ReadOnlySpan<RawMatch> all, int start)
    {
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsBeside(RawMatch other, RawMatch match) =>
        other.Disguise == Disguise.None && other.Start < match.End + Near && other.End > match.Start - Near && (other.End <= match.Start || other.Start >= match.End);
}
