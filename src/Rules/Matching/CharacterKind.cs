namespace OpinionWatch.Rules.Matching;

/// <summary>What a folded character means to the matcher.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Han, letters, digits and everything else that makes words.</summary>
    Word,

    /// <summary>Never seen by a reader: zero-width characters, variation selectors, soft hyphens. Always dropped.</summary>
    Invisible,

    /// <summary>Blanks and signs that may be put inside a word to hide it: dropped between two Han characters.</summary>
    Filler,

    /// <summary>Ends a clause: comma, enumeration comma, colon, dash.</summary>
    ClauseEnd,

    /// <summary>Ends a sentence: full stop, exclamation and question mark, semicolon, line end.</summary>
    SentenceEnd,
}
