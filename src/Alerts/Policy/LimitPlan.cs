using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>What is to be done with the deliveries that wait for one person. Every one of them is in exactly one place.</summary>
/// <param name="Single">To be sent now, each as its own message.</param>
/// <param name="Bundles">To be sent now, each list as one message; all of one list go by the same channel to the same address.</param>
/// <param name="Held">To wait until <paramref name="HeldUntil"/>.</param>
/// <param name="HeldUntil">When the limit has room again; null when nothing is held.</param>
public sealed record LimitPlan(
    IReadOnlyList<Delivery> Single, IReadOnlyList<IReadOnlyList<Delivery>> Bundles, IReadOnlyList<Delivery> Held, DateTimeOffset? HeldUntil);
