using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>A delivery of an incident as CONTRACT.md shows it.</summary>
internal sealed record DeliveryView(
    string Id,
    string MessageId,
    string Contact,
    ChannelKind Channel,
    string Step,
    DeliveryState State,
    DateTimeOffset DueAt,
    DateTimeOffset? SentAt,
    bool Late,
    int Attempts,
    string? Reason,
    DateTimeOffset? HeldUntil)
{
    public static DeliveryView Of(Delivery delivery) => new(
        delivery.Alert.Id,
        delivery.MessageId,
        delivery.Alert.Contact,
        delivery.Alert.Channel,
        delivery.Alert.Step,
        delivery.State,
        delivery.Alert.DueAt,
        delivery.SentAt,
        delivery.Alert.Late,
        delivery.Attempts,
        delivery.Reason,
        delivery.Reason?.Contains(Delivery.Quiet, StringComparison.Ordinal) == true ? delivery.NextAttemptAt : null);
}
