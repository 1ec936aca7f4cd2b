using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Ledger;

/// <summary>Where the crawler accounts for what it asked for, what came, and what became of it (守恒账). Calls are quick, never wait and never throw.</summary>
public interface ICrawlLedger
{
    /// <summary>A page is asked for.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="at">When; the same instant is given with the answer.</param>
    void Asked(string source, DateTimeOffset at);

    /// <summary>What came of it.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="at">When it was asked for.</param>
    /// <param name="outcome">The outcome; null when the asking was cut off, and will be made good.</param>
    void Answered(string source, DateTimeOffset at, FetchOutcome? outcome);

    /// <summary>A page that came is done with.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="page">The page.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="found">New items in a list; 0 for other pages.</param>
    void Settled(string source, Page page, PageFate fate, int found);

    /// <summary>A visit begins.</summary>
    /// <returns>A mark to give back when it breaks.</returns>
    long Begin();

    /// <summary>A visit broke: its pages that are not done with will be fetched again.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="visit">What <see cref="Begin"/> gave; pages of earlier visits are not meant.</param>
    void Returned(string source, long visit);

    /// <summary>Documents were handed over, and the other side answered.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="page">The page they were read from.</param>
    /// <param name="documents">How many.</param>
    void HandedOver(string source, Page page, int documents);
}
