namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What one pass over a text has found and how far its finders are.</summary>
internal sealed class SievePass
{
    /// <summary>The offset before which all starts were walked for split characters.</summary>
    public int Walked { get; set; }

    /// <summary>What is disguised.</summary>
    public DisguisedMatches Disguised { get; } = new();
}
