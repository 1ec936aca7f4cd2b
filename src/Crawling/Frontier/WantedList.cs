using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>A list the configuration wants to be visited.</summary>
/// <param name="Key">Its name in the frontier.</param>
/// <param name="Url">Its address, marks of the day filled in.</param>
/// <param name="Source">Its source.</param>
/// <param name="Shape">How it is read; when this changes, what was remembered of the last answer says nothing any more.</param>
internal sealed record WantedList(string Key, Uri Url, Source Source, string Shape);
