using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Reads pages. Pure: no I/O, no clock (the page carries its time); safe to call from many threads.</summary>
/// <remarks>An interface so that the frontier's tests need no HTML; <c>PageReader</c> is the one implementation.</remarks>
public interface IPageReader
{
    /// <summary>Gives the canonical form of an address: the name under which it is remembered.</summary>
    string Canonical(Uri url);

    /// <summary>Reads a list page, board or feed of <paramref name="source"/>. Never throws for what a page contains.</summary>
    ListReading ReadList(Page page, Source source, TimeZoneInfo zone);

    /// <summary>Reads an article or thread page. Never throws for what a page contains.</summary>
    /// <param name="page">The page.</param>
    /// <param name="source">Its source; gives site, tier and region of the documents.</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <param name="listed">What the list said of it: fills title, time and author the page does not give; null when unknown.</param>
    DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed);
}
