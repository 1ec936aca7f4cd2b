using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Robots;

/// <summary>What a site's robots.txt says to one address.</summary>
public abstract record RobotsVerdict
{
    private RobotsVerdict()
    {
    }

    /// <summary>It may be fetched.</summary>
    public sealed record Allowed : RobotsVerdict;

    /// <summary>It may not.</summary>
    public sealed record Disallowed : RobotsVerdict;

    /// <summary>The file cannot be had, so nothing may be fetched for now (RFC 9309 §2.3.1.4).</summary>
    /// <param name="Fault">The kind of trouble; <see cref="FetchFault.Robots"/> when only this file fails.</param>
    /// <param name="Reason">For people, in Chinese.</param>
    public sealed record Unavailable(FetchFault Fault, string Reason) : RobotsVerdict;
}
