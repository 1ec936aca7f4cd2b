namespace OpinionWatch.Model;

/// <summary>State of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its first attempt.</summary>
    Queued,

    /// <summary>An attempt is under way, or is bundled into a message that is.</summary>
    Sending,

    /// <summary>The last attempt failed; it will be tried again.</summary>
    Failed,

    /// <summary>Handed over to the server or gateway. Not read.</summary>
    Sent,

    /// <summary>The gateway says it reached the handset.</summary>
    Delivered,

    /// <summary>Given up (死信): shown on the console.</summary>
    Dead,
}
