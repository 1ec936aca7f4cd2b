namespace OpinionWatch.Alerts.Policy;

/// <summary>Who hears of the steps due. Without drafts there is always a remark that says why.</summary>
/// <param name="Drafts">What is to be sent, in the order of steps and contacts.</param>
/// <param name="Remarks">What went otherwise than the steps ask.</param>
public sealed record Routing(IReadOnlyList<AlertDraft> Drafts, IReadOnlyList<RoutingRemark> Remarks);
