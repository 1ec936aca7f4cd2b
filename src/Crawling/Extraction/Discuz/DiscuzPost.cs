using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>A floor as it lies in the page.</summary>
/// <param name="Number">Post number (pid); null when the template prints none.</param>
/// <param name="Container">What holds author, time and message.</param>
/// <param name="Message">What holds the text.</param>
internal sealed record DiscuzPost(string? Number, PageNode Container, PageNode Message);
