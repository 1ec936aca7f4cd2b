using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Ledger;

/// <summary>What the ledger needs to know of a delivery in the outbox.</summary>
/// <param name="AlertId">Name of the delivery.</param>
/// <param name="CreatedAt">When it was put there.</param>
/// <param name="State">What became of it.</param>
/// <param name="Withdrawn">It was taken back because it had become needless.</param>
public sealed record DeliveryTrace(string AlertId, DateTimeOffset CreatedAt, DeliveryState State, bool Withdrawn)
{
    /// <summary>Gives the trace of a delivery.</summary>
    public static DeliveryTrace Of(Delivery delivery) => new(delivery.Alert.Id, delivery.Alert.CreatedAt, delivery.State, delivery.IsWithdrawn);
}
