namespace OpinionWatch.Model;

/// <summary>What the rules say of one document, with every reason (CONTRACT.md, <c>analysis</c>).</summary>
public sealed record Analysis
{
    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>The matter is the bureau's, wherever it happened.</summary>
    public bool Relevant { get; init; }

    /// <summary>It concerns the configured area, by its text or by its source.</summary>
    public bool InArea { get; init; }

    /// <summary>How grave; other than <see cref="Model.Level.None"/> only when relevant and in the area.</summary>
    public Level Level { get; init; }

    /// <summary>0–100.</summary>
    public int Score { get; init; }

    /// <summary>What the document wants.</summary>
    public Stance Stance { get; init; }

    /// <summary>Fields of the bureau's work it touches, most important first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Places it names, official names, most exact first.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Words met, in the order of the text.</summary>
    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <summary>What gave or took how many points, and why.</summary>
    public IReadOnlyList<Factor> Factors { get; init; } = [];

    /// <summary>Version of lexicon, grading and area that judged: the same input and version always give the same analysis.</summary>
    public string LexiconVersion { get; init; } = "";
}
