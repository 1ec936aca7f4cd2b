using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>What a person said of a document.</summary>
/// <param name="Relevant">The matter is the bureau's.</param>
/// <param name="Level">Its level; null when not labelled.</param>
/// <param name="Stance">Its stance; null when not labelled.</param>
internal sealed record DocumentLabel(bool Relevant, Level? Level, Stance? Stance);
