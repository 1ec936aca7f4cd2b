using System.Diagnostics.Metrics;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Counts requests by what became of them, and the bytes of the answers.</summary>
internal sealed class FetchMeter
{
    private readonly Counter<long> _fetches;
    private readonly Counter<long> _bytes;

    /// <summary>Makes the counters.</summary>
    /// <param name="meter">The meter they belong to.</param>
    public FetchMeter(Meter meter)
    {
        _fetches = meter.CreateCounter<long>("opinionwatch.fetches", description: "Requests by outcome, redirects followed; those a rendered page makes count each.");
        _bytes = meter.CreateCounter<long>("opinionwatch.fetch.bytes", "By", "Bytes of pages after decompression.");
    }

    /// <summary>Counts one.</summary>
    public FetchOutcome Note(FetchOutcome outcome)
    {
        var (name, bytes) = outcome switch
        {
            FetchOutcome.Fetched fetched => ("fetched", fetched.Page.Body.Length),
            FetchOutcome.NotModified => ("notModified", 0),
            FetchOutcome.Throttled => ("throttled", 0),
            FetchOutcome.Refused => ("refused", 0),
            FetchOutcome.Disallowed => ("disallowed", 0),
            _ => ("failed", 0),
        };
        _fetches.Add(1, new KeyValuePair<string, object?>("outcome", name));
        if (bytes > 0)
        {
            _bytes.Add(bytes);
        }

        return outcome;
    }
}
