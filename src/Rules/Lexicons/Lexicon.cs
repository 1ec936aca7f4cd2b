namespace OpinionWatch.Rules.Lexicons;

/// <summary>The words looked for (词库), ready for the engine.</summary>
public sealed class Lexicon
{
    private Lexicon(IReadOnlyList<LexiconEntry> entries) => Entries = entries;

    /// <summary>Its entries, in the order of the files.</summary>
    public IReadOnlyList<LexiconEntry> Entries { get; }

    /// <summary>A lexicon of these entries.</summary>
    public static Lexicon From(IReadOnlyList<LexiconEntry> entries) => new([.. entries]);
}
