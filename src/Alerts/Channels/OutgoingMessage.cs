using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>One message ready to be handed over: an alert, or a bundle of several.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Message-ID of the mail, id at the gateway; the same at every attempt. Without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Incidents it is about; empty for digests and tests.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];

    /// <summary>Highest level in it.</summary>
    public Level Level { get; init; }

    /// <summary>The escalation step, <c>digest</c>, <c>test</c> or <c>bundle</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Mail address or phone number.</summary>
    public required string Address { get; init; }

    /// <summary>When it was composed; the Date of a mail.</summary>
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>Subject of a mail.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whole text of an SMS, plain part of a mail.</summary>
    public required string Text { get; init; }

    /// <summary>HTML part of a mail; null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>The words one by one, for gateways that fill approved templates; null for tests and alerts of older versions.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; init; }

    /// <summary>Attempts already made.</summary>
    public int Attempts { get; init; }

    /// <summary>Gives the message of one delivery that goes out on its own.</summary>
    public static OutgoingMessage Of(Delivery delivery) => new()
    {
        MessageId = delivery.MessageId,
        Incidents = delivery.Alert.IncidentId.Length > 0 ? [delivery.Alert.IncidentId] : [],
        Level = delivery.Alert.Level,
        Step = delivery.Alert.Step,
        Address = delivery.Alert.Address,
        ComposedAt = delivery.Alert.CreatedAt,
        Subject = delivery.Alert.Subject,
        Text = delivery.Alert.Text,
        Html = delivery.Alert.Html,
        Parts = delivery.Alert.Parts,
        Attempts = delivery.Attempts,
    };
}
