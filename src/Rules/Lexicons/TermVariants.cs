namespace OpinionWatch.Rules.Lexicons;

/// <summary>Which other spellings of a term count, beside width, case, traditional characters and signs put inside.</summary>
public enum TermVariants
{
    /// <summary>Pinyin, split characters, and like-sounding or like-looking characters as the category's default has it.</summary>
    ByCategory,

    /// <summary>谐音: like-sounding and like-looking characters too, whatever the category.</summary>
    Confusable,

    /// <summary>原字: none of these.</summary>
    Exact,
}
