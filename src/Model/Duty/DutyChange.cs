namespace OpinionWatch.Model.Duty;

/// <summary>A dated change of a roster (调班).</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
/// <param name="Instead">Id of the contact who is replaced where they are on duty; null: everybody on duty is.</param>
/// <param name="People">Ids of contacts and groups who are on duty instead.</param>
/// <param name="Why">What the file says about it; null when nothing.</param>
public sealed record DutyChange(DateTimeOffset From, DateTimeOffset To, string? Instead, IReadOnlyList<string> People, string? Why);
