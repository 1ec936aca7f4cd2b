using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Running;

/// <summary>Turns a page the reader breaks on into one that could not be read, so that it is counted, named and given up like any other.</summary>
[SuppressMessage("Design", "CA1031", Justification = "The edge of reading: a page is a stranger's, and a bug it meets must neither stop its host nor fetch it for ever.")]
internal sealed class SteadyReader(IPageReader inner, ILogger log) : IPageReader
{
    public string Canonical(Uri url) => inner.Canonical(url);

    public ListReading ReadList(Page page, Source source, TimeZoneInfo zone)
    {
        try
        {
            return inner.ReadList(page, source, zone);
        }
        catch (Exception e)
        {
            log.ReaderBroke(e, source.Id);
            return new ListReading(source.Kind, [], null, BlindReason.OfBug(e));
        }
    }

    public DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed)
    {
        try
        {
            return inner.ReadItem(page, source, zone, listed);
        }
        catch (Exception e)
        {
            log.ReaderBroke(e, source.Id);
            return new DocumentReading([], null, BlindReason.OfBug(e));
        }
    }
}
