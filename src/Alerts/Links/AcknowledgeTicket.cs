namespace OpinionWatch.Alerts.Links;

/// <summary>What a signed link lets its holder do: acknowledge one incident in one person's name.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="ContactId">The person's id.</param>
/// <param name="ExpiresAt">First instant at which it no longer works.</param>
public sealed record AcknowledgeTicket(string IncidentId, string ContactId, DateTimeOffset ExpiresAt);
