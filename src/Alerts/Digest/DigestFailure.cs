namespace OpinionWatch.Alerts.Digest;

/// <summary>Deliveries that failed alike.</summary>
/// <param name="Who">Name of the person.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="State">已放弃 or 仍在重试.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why.</param>
/// <param name="Incidents">Ids of the incidents, at most five.</param>
public sealed record DigestFailure(string Who, string Channel, string State, int Count, string Reason, string Incidents);
