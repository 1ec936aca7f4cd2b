using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Deliveries as receipts and replies look for them.</summary>
public interface IReceiptStore
{
    /// <summary>Lists deliveries handed over since <paramref name="since"/>, whatever became of them, and all that are not done with; oldest first.</summary>
    Task<IReadOnlyList<Delivery>> ListHandedOverAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
