namespace OpinionWatch.Alerts.Channels;

/// <summary>What became of one attempt to send.</summary>
/// <remarks>A closed type: the cases are the nested records. Reasons hold no address, number or secret: they are logged.</remarks>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Handed over: the server or gateway took responsibility. Not read.</summary>
    public sealed record Sent : SendOutcome
    {
        /// <summary>Number the gateway gave the message; null when it gave none.</summary>
        public string? GatewayId { get; init; }
    }

    /// <summary>It is where the person can see it.</summary>
    public sealed record Delivered : SendOutcome;

    /// <summary>Not now; or it is unknown whether it was handed over.</summary>
    /// <param name="Reason">Why, in Chinese.</param>
    /// <param name="After">The pause the other side asked for; null when it asked for none.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : SendOutcome
    {
        /// <summary>The channel as a whole does not work, so that once it works again everything waiting for it is tried at once.</summary>
        public bool ChannelDown { get; init; }

        /// <summary>Waiting will hardly help (no money, wrong key, too many to this number): the other channel is tried at once, not after <c>fallbackAfter</c>.</summary>
        public bool OtherNow { get; init; }
    }

    /// <summary>Never, in this way, to this address.</summary>
    /// <param name="Reason">Why, in Chinese.</param>
    public sealed record GiveUp(string Reason) : SendOutcome;
}
