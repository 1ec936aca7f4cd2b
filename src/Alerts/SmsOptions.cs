namespace OpinionWatch.Alerts;

/// <summary><c>sms:</c> of <c>opinionwatch.yaml</c>: what all gateways have in common.</summary>
public abstract record SmsOptions
{
    /// <summary>Time for one request. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Another channel is tried when SMS failed longer than this. Default 2 minutes.</summary>
    public TimeSpan FallbackAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Receipts and replies; null = none are taken.</summary>
    public ReceiptOptions? Receipts { get; init; }

    /// <summary>Another channel is tried when no receipt came within this; null = never.</summary>
    public TimeSpan? ReceiptWithin { get; init; }
}
