using OpinionWatch.Crawling.Extraction;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>A page beside the one that is compared, and what stands on it.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Reading">What was read out of it.</param>
internal sealed record PageRead(string Address, DocumentReading Reading);
