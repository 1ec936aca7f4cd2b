using System.Buffers;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What round a doubtful disguise speaks for or against it, read from the characters alone.</summary>
internal static class Evidence
{
    private const int Reach = 6;
    private const string Us = "我俺咱";
    private const string Passives = "被挨遭让给";
    private const string Degrees = "很太更最好够要变不较挺真非越超多再没也";
    private const string Subjects = "人地房矿砂沙田山家水坡";

    private static readonly SearchValues<char> Ours = SearchValues.Create("屋房楼田地棚厂山坟");

    /// <summary>Whether what follows is what somebody did to a house or a field of ours: 我屋, 我们家的房子.</summary>
    public static bool IsDoneToUs(ReadOnlySpan<char> text, int end)
    {
        var after = text[end..Math.Min(text.Length, end + Reach)];
        var us = after.IndexOfAny(Us);
        return us is 0 or 1 or 2 && (after[us..].ContainsAny(Ours) || (us + 1 < after.Length && after[us + 1] == '家' && (us + 2 == after.Length || !CharacterTable.IsHan(after[us + 2]))));
    }

    /// <summary>Whether a clause may well end at the mark: 被打，人在医院; 拆迁，协议.</summary>
    public static bool IsNaturalPause(ReadOnlySpan<char> text, RawMatch match, int mark, int length)
    {
        var before = match.Start > 0 ? text[match.Start - 1] : ' ';
        var first = mark - match.Start;
        return (first > 1 && length - first > 1) || Passives.Contains(before) || Degrees.Contains(before) || (text[mark] is ',' or '、' or ':' or ';' or '—' && Subjects.Contains(text[match.End - 1]));
    }

    /// <summary>Whether no clause ends between the two.</summary>
    public static bool InOneClause(ReadOnlySpan<char> text, CharacterTable table, RawMatch one, RawMatch other)
    {
        var (from, to) = one.End <= other.Start ? (one.End, other.Start) : (other.End, one.Start);
        return ClauseEdges.After(text, from, table, CharacterKind.ClauseEnd, to - from) == to;
    }
}
