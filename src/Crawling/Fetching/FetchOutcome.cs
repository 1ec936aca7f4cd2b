using System.Net;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>What became of a request. What the world does every day is a value here; the frontier decides what each means.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A page came.</summary>
    public sealed record Fetched(Page Page) : FetchOutcome;

    /// <summary>The page is as we know it (304).</summary>
    public sealed record NotModified : FetchOutcome;

    /// <summary>The site asks for less (429, 503).</summary>
    /// <param name="After">How long it asks us to wait; null when it does not say.</param>
    public sealed record Throttled(TimeSpan? After) : FetchOutcome
    {
        /// <summary>It answered 503 and does not say until when: as likely trouble of this one page as of the site.</summary>
        public bool IsVague { get; init; }
    }

    /// <summary>The site answered with another status than a page.</summary>
    public sealed record Refused(HttpStatusCode Status) : FetchOutcome
    {
        /// <summary>The answer of a page that is gone (404, 410), its body cut to what is needed as evidence; null for other statuses.</summary>
        public Page? Page { get; init; }
    }

    /// <summary>No usable answer.</summary>
    /// <param name="Fault">The kind of trouble.</param>
    /// <param name="Reason">For people, in Chinese.</param>
    public sealed record Failed(FetchFault Fault, string Reason) : FetchOutcome;

    /// <summary>The site's robots.txt forbids the address; nothing was asked.</summary>
    public sealed record Disallowed : FetchOutcome;
}
