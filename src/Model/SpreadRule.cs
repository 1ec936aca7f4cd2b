namespace OpinionWatch.Model;

/// <summary>When a matter's spread alone makes it graver (传播升级).</summary>
/// <param name="From">The level it has.</param>
/// <param name="To">The level it gets; above <paramref name="From"/>.</param>
/// <param name="Sources">How many distinct sources must carry it.</param>
/// <param name="Within">The span counted back from now in which they were first seen.</param>
public sealed record SpreadRule(Level From, Level To, int Sources, TimeSpan Within);
