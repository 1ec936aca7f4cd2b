namespace OpinionWatch.Alerts.Receipts;

/// <summary>A text message somebody sent back (上行短信).</summary>
/// <param name="Phone">Their number, as the gateway writes it.</param>
/// <param name="Text">What they wrote.</param>
public sealed record SmsReply(string Phone, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => "a reply";
}
