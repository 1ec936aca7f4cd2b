using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Which disguises of a term are looked for.</summary>
internal static class DisguisePolicy
{
    private const int LongestConfused = 12;

    /// <summary>Whether the term is looked for in pinyin mixed in and with its characters taken apart: what names the matter, the harm or the place, not the little words of speech.</summary>
    public static bool IsWalked(Term term) =>
        term is { FoldedLength: >= 2, Variants: not TermVariants.Exact } && (IsGrave(term.Role) || Vocabulary.IsAnchor(term.Role) || term.Role is TermRole.Conduct or TermRole.Place or TermRole.Hint || term is { Role: TermRole.Grievance, Points: > 0 });

    /// <summary>Whether the term counts in pinyin alone.</summary>
    public static bool IsSpelledOut(Term term) => term.Role is not (TermRole.Place or TermRole.Conduct or TermRole.Hint);

    /// <summary>Whether the term is looked for with like-sounding and like-looking characters.</summary>
    public static bool IsConfused(Term term, string folded) =>
        folded.Length is >= 2 and <= LongestConfused && folded.All(CharacterTable.IsHan)
        && (term.Variants == TermVariants.Confusable || (term.Variants == TermVariants.ByCategory && (Vocabulary.IsAnchor(term.Role) || term.Role is TermRole.Violence or TermRole.Corruption or TermRole.Petition)));

    /// <summary>Whether the role names what somebody does to others, which people have reason to disguise.</summary>
    public static bool IsGrievous(TermRole role) => role is TermRole.Act or TermRole.Violence or TermRole.Petition or TermRole.Corruption;

    private static bool IsGrave(TermRole role) => role is >= TermRole.Death and <= TermRole.LargeScale or TermRole.Corruption;
}
