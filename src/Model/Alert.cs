namespace OpinionWatch.Model;

/// <summary>One message to one person by one channel (预警), as it stands in the outbox.</summary>
public sealed record Alert
{
    /// <summary>Name of the delivery; unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>What the mail carries as Message-ID, and the gateway as its id: the same at every attempt. Without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>The incident it is about; empty for digests and tests.</summary>
    public string IncidentId { get; init; } = "";

    /// <summary>Level at the time it was decided.</summary>
    public Level Level { get; init; }

    /// <summary>The escalation step that asked for it, e.g. <c>critical/0</c>; <c>digest</c> and <c>test</c> for those.</summary>
    public required string Step { get; init; }

    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    /// <summary>By which channel.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>The mail address, phone number or robot it goes to, fixed when decided.</summary>
    public required string Address { get; init; }

    /// <summary>The instant the step was due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was put in the outbox.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is held until then because its receiver is left in peace (免打扰); null when it may go out at once. Never set at critical and major.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>It was put in the outbox later than <c>lateAfter</c> behind <see cref="DueAt"/>, and says so.</summary>
    public bool Late { get; init; }

    /// <summary>The first alert of its incident at this level to this person: limits never hold it when critical.</summary>
    public bool First { get; init; }

    /// <summary>Subject of the mail.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The whole text of an SMS, or the plain part of a mail.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part of a mail; null for other channels.</summary>
    public string? Html { get; init; }

    /// <summary>The words one by one (level, matter, place, …), for gateways that fill approved templates; null where the text alone is enough.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; init; }
}
