namespace OpinionWatch.Rules.Evaluation;

/// <summary>What a change of the rules does to the documents of one source.</summary>
/// <param name="Site">Id of the source; <c>""</c> for documents without one, <c>*</c> for sources beyond the first thousand.</param>
/// <param name="Counts">The numbers.</param>
public sealed record RehearsalSite(string Site, RehearsalCounts Counts);
