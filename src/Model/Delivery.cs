namespace OpinionWatch.Model;

/// <summary>An alert and what became of it (送达).</summary>
public sealed record Delivery
{
    /// <summary>The alert.</summary>
    public required Alert Alert { get; init; }

    /// <summary>What became of it so far.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Queued;

    /// <summary>Message-ID it is or was sent under; differs from the alert's own only when it was bundled with others.</summary>
    public required string MessageId { get; init; }

    /// <summary>Number the gateway gave the message at the last attempt that got one; null when it gave none.</summary>
    public string? GatewayId { get; init; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; init; }

    /// <summary>When it may be tried next; null when it is done with.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was handed over.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it first failed; null when it never did.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Beginning of <see cref="Reason"/> where a reminder was taken back because it had become needless.</summary>
    public const string Withdrawn = "不再需要";

    /// <summary>It was not given up but taken back: nobody needs to look after it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWithdrawn => State == DeliveryState.Dead && Reason?.StartsWith(Withdrawn, StringComparison.Ordinal) == true;

    /// <summary><see cref="Reason"/> where it waits for the end of its receiver's quiet hours.</summary>
    public const string Quiet = "免打扰时段，期满发送";

    /// <summary>Gives the delivery of an alert just decided.</summary>
    public static Delivery Of(Alert alert) => new()
    {
        Alert = alert,
        MessageId = alert.MessageId,
        NextAttemptAt = alert.HeldUntil ?? alert.CreatedAt,
        Reason = alert.HeldUntil is null ? null : Quiet,
    };

    /// <summary>Gives the delivery after <paramref name="change"/>. States are monotone: a receipt that comes late never takes one back.</summary>
    public Delivery Apply(DeliveryChange change) =>
        State is DeliveryState.Delivered or DeliveryState.Dead || (State is DeliveryState.Sent && change.State < DeliveryState.Delivered)
            ? this
            : this with
            {
                State = change.State,
                MessageId = change.MessageId ?? MessageId,
                GatewayId = change.GatewayId ?? GatewayId,
                Attempts = change.Attempts,
                NextAttemptAt = change.NextAttemptAt,
                SentAt = change.State is DeliveryState.Sent or DeliveryState.Delivered ? SentAt ?? change.At : SentAt,
                FailedAt = change.State is DeliveryState.Failed or DeliveryState.Dead ? FailedAt ?? change.At : FailedAt,
                Reason = change.Reason,
            };
}
