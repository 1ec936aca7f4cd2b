using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Matching;

/// <summary>A lexicon's entry or a place's name, as the engine needs it.</summary>
internal sealed class Term
{
    private const int ForcedFrom = 20;

    /// <summary>The lexicon's spelling.</summary>
    public required string Name
    {
        get;
        init
        {
            field = value;
            Quoted = $"“{value}”";
            Presses = Force.Presses(value);
        }
    }

    /// <summary>The spelling in quotation marks, for reasons.</summary>
    public string Quoted { get; private init; } = "";

    /// <summary>It names a means of driving people out.</summary>
    public bool Presses { get; private init; }

    /// <summary>Its number among the terms of one vocabulary, from 0; given by the vocabulary.</summary>
    public int Index { get; set; }

    /// <summary>Its folded spelling.</summary>
    public required string Folded
    {
        get;
        init
        {
            field = value;
            FoldedLength = value.Length;
        }
    }

    /// <summary>Its length when folded.</summary>
    public int FoldedLength { get; private init; }

    /// <summary>Which other spellings count.</summary>
    public TermVariants Variants { get; init; }

    /// <summary>The lexicon's category.</summary>
    public required string Category { get; init; }

    /// <summary>What the category does.</summary>
    public required TermRole Role { get; init; }

    /// <summary>Points it adds.</summary>
    public int Points { get; init; }

    /// <summary>It names a forced demolition: an act (行为) of 20 points and more.</summary>
    public bool IsForce => Role == TermRole.Act && Points >= ForcedFrom;

    /// <summary>Whether it counts only as whole words.</summary>
    public bool WholeWord { get; init; }

    /// <summary>Contexts in which it does not count.</summary>
    public ExcludedContexts Exclusions { get; init; } = ExcludedContexts.None;

    /// <summary>The field it belongs to; null when it shows none.</summary>
    public string? Topic { get; init; }

    /// <summary>The place it names; null for a lexicon's entry.</summary>
    public PlaceOptions? Place { get; init; }
}
