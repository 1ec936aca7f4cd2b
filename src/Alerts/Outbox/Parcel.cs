using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>One message on its way: a delivery alone, or several bundled.</summary>
/// <param name="Deliveries">What goes out in it, most urgent first; all to one person by one channel.</param>
/// <param name="MessageId">Its Message-ID.</param>
/// <param name="IsNewBundle">Its Message-ID is not in the outbox yet, and must be before the first attempt.</param>
internal sealed record Parcel(IReadOnlyList<Delivery> Deliveries, string MessageId, bool IsNewBundle)
{
    public Delivery First => Deliveries[0];

    public Alert Alert => First.Alert;

    public bool IsBundle => Deliveries.Count > 1;

    public Level Level => Deliveries.Max(d => d.Alert.Level);

    /// <summary>Attempts of the part tried least: nothing is given up because it was put beside what had failed before.</summary>
    public int Attempts => Deliveries.Min(d => d.Attempts);

    /// <summary>Since when every part has been failing; null while one never did.</summary>
    public DateTimeOffset? AllFailedAt => Deliveries.Any(d => d.FailedAt is null) ? null : Deliveries.Max(d => d.FailedAt);

    /// <summary>When the first part failed; null when none did. It asks for another channel, for all.</summary>
    public DateTimeOffset? FailedAt => Deliveries.Min(d => d.FailedAt);

    /// <summary>Gives a delivery that goes out under its own Message-ID.</summary>
    public static Parcel Of(Delivery delivery) => new([delivery], delivery.MessageId, IsNewBundle: false);

    /// <summary>Gives the message to hand over.</summary>
    public OutgoingMessage Message(EscalationPolicy policy) => IsBundle ? BundleTexts.Write(this, policy) : OutgoingMessage.Of(First);
}
