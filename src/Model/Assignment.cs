using System.Collections.Immutable;

namespace OpinionWatch.Model;

/// <summary>Who deals with a matter (责任科室和专班).</summary>
/// <param name="Section">The section in charge, e.g. 征地拆迁处.</param>
/// <param name="Lead">Its person in charge; null when not named.</param>
/// <param name="People">The other members of the task force (专班).</param>
/// <param name="By">Who assigned it.</param>
/// <param name="At">When.</param>
public sealed record Assignment(string Section, string? Lead, ImmutableList<string> People, string By, DateTimeOffset At);
