using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Threads;

/// <summary>A floor as it lies in the page of a forum of any make.</summary>
/// <param name="Floor">Its number, from 1.</param>
/// <param name="Container">What holds author, time and message, and no other floor's.</param>
/// <param name="Message">What holds the text.</param>
internal sealed record ThreadPost(int Floor, PageNode Container, PageNode Message);
