namespace OpinionWatch.Model;

/// <summary>A group chat robot (群机器人).</summary>
/// <param name="Kind">Whose.</param>
/// <param name="Url">Its address; whoever knows it can speak through the robot, so it is shown nowhere.</param>
/// <param name="Secret">What its messages are signed with; null when they are not.</param>
/// <param name="PlainText">Plain text instead of markdown.</param>
public sealed record WebhookRobot(WebhookKind Kind, Uri Url, string? Secret = null, bool PlainText = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} robot";
}
