namespace OpinionWatch.Model.Duty;

/// <summary>A time a contact is away (外出、请假).</summary>
/// <param name="Contact">Id of the contact.</param>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
/// <param name="Deputy">Id of the contact who stands in this time, before the ones that always do; null: those alone.</param>
public sealed record Absence(string Contact, DateTimeOffset From, DateTimeOffset To, string? Deputy);
