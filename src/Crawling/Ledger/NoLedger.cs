using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Ledger;

/// <summary>Accounts for nothing: for a single pass that a person looks at.</summary>
public sealed class NoLedger : ICrawlLedger
{
    /// <inheritdoc/>
    public void Asked(string source, DateTimeOffset at)
    {
        // Nobody asks.
    }

    /// <inheritdoc/>
    public void Answered(string source, DateTimeOffset at, FetchOutcome? outcome)
    {
        // Nobody asks.
    }

    /// <inheritdoc/>
    public void Settled(string source, Page page, PageFate fate, int found)
    {
        // Nobody asks.
    }

    /// <inheritdoc/>
    public long Begin() => 0;

    /// <inheritdoc/>
    public void Returned(string source, long visit)
    {
        // Nobody asks.
    }

    /// <inheritdoc/>
    public void HandedOver(string source, Page page, int documents)
    {
        // Nobody asks.
    }
}
