namespace OpinionWatch.Alerts.Receipts;

/// <summary>A text message somebody sent back (上行短信).</summary>
/// <param name="Phone">Their number, as the gateway writes it.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="At">When they sent it; null when the gateway does not say.</param>
/// <param name="Id">The gateway's name for it; null when it has none.</param>
public sealed record SmsReply(string Phone, string Text, DateTimeOffset? At = null, string? Id = null)
{
    /// <inheritdoc/>
    public override string ToString() => "a reply";
}
