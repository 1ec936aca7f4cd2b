namespace OpinionWatch.Alerts.Policy;

/// <summary>Something about a routing that someone should know.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Contact">Id of the contact; null when it is about the step as a whole.</param>
/// <param name="Text">The same in Chinese, for audit and console; holds no address.</param>
public sealed record RoutingRemark(RoutingRemarkKind Kind, string Step, string? Contact, string Text);
