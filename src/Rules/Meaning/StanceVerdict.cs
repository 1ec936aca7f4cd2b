using OpinionWatch.Model;

namespace OpinionWatch.Rules.Meaning;

/// <summary>What a document wants, and who speaks.</summary>
/// <param name="Stance">What it wants.</param>
/// <param name="IsOwnAccount">An authority tells of its own work: the wrongs it names are those it acts against, and only harm to people counts.</param>
internal sealed record StanceVerdict(Stance Stance, bool IsOwnAccount = false);
