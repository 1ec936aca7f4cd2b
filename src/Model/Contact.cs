namespace OpinionWatch.Model;

/// <summary>A person who can be told (联系人): one entry of <c>config/contacts.yaml</c>.</summary>
public sealed record Contact
{
    /// <summary>Short name, unique among contacts and groups.</summary>
    public required string Id { get; init; }

    /// <summary>Name people know them by.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address; null when they have none.</summary>
    public string? Email { get; init; }

    /// <summary>Mobile number; null when they have none.</summary>
    public string? Phone { get; init; }

    /// <summary>Group chat robot that speaks to them; null when they have none.</summary>
    public WebhookRobot? Webhook { get; init; }
}
