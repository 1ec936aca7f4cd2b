namespace OpinionWatch.Crawling.Fetching;

/// <summary>Why a page could not be had.</summary>
public enum FetchFault
{
    /// <summary>The host's name has no address.</summary>
    Dns,

    /// <summary>No connection, or it was cut.</summary>
    Connect,

    /// <summary>The encrypted connection failed: certificate or protocol.</summary>
    Tls,

    /// <summary>No complete answer in time.</summary>
    Timeout,

    /// <summary>Body or headers are larger than allowed.</summary>
    TooLarge,

    /// <summary>The answer breaks the protocol, is cut short or cannot be decoded.</summary>
    BadContent,

    /// <summary>The host lies at an internal address.</summary>
    BlockedAddress,

    /// <summary>Redirects loop, are too many or lead nowhere.</summary>
    Redirect,

    /// <summary>The host's robots.txt cannot be had just now, so nothing may be asked for.</summary>
    Robots,

    /// <summary>The page came, but its scripts could not be run.</summary>
    Render,
}
