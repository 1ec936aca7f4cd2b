namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>How a term is disguised where it was found.</summary>
[Flags]
internal enum Disguise : byte
{
    /// <summary>Not at all, but for what folding undoes.</summary>
    None = 0,

    /// <summary>A part is plain characters.</summary>
    Plain = 1,

    /// <summary>A part is pinyin: 强chai.</summary>
    Pinyin = 2,

    /// <summary>A character is written as its parts (拆字): 弓虽拆.</summary>
    Split = 4,

    /// <summary>A character is replaced by one that sounds alike: 墙拆.</summary>
    Homophone = 8,

    /// <summary>A character is replaced by one that looks alike: 国士局.</summary>
    LookAlike = 16,

    /// <summary>The match begins or ends inside a run of letters that is pinyin all through: 强chaile.</summary>
    WithinLetters = 32,

    /// <summary>A mark that ends clauses stands inside: 死。人.</summary>
    Parted = 64,

    /// <summary>Only the first letters of its pinyin stand there: qc.</summary>
    Initials = 128,
}
