using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Pages;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Takes a reading of one watched page (kind page): a change of what it says becomes a document. It is remembered only after that was kept.</summary>
internal sealed class WatchedPages(IPageReader reader, IPageSink sink, SourceWatch watch, ReadingGate gate, ILogger log)
{
    private const int MostRemembered = 64 * 1024;

    /// <param name="visited">The entry as it will be remembered but for its text.</param>
    /// <param name="page">The page.</param>
    /// <param name="source">Its source.</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <param name="keep">Ends the keeping, a little later.</param>
    /// <returns>The entry to remember, or why the page could not be read, in Chinese.</returns>
    /// <exception cref="PageNotKeptException">What was found could not be kept.</exception>
    public async Task<(FrontierEntry Entry, string? Why)> TakeAsync(FrontierEntry visited, Page page, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var reading = await gate.ReadAsync(() => reader.ReadItem(page, source with { Kind = SourceKind.Page }, zone, null), stop);
        if (reading.Documents is not [{ } document, ..])
        {
            return (visited, reading.Fault is { } fault ? BlindReason.OfReading(fault) : BlindReason.Empty);
        }

        var text = document.Text.Length > MostRemembered ? document.Text[..MostRemembered] : document.Text;
        var changed = await HandOverAsync(visited.Memory, text, document, page, source, keep);
        watch.Seen(source, visited.Key, SourceKind.Page, changed ? 1 : 0, doubt: null);
        return (visited with { Memory = changed || visited.Memory is null ? text : visited.Memory, Quiet = changed ? 0 : visited.Quiet + 1 }, null);
    }

    private async Task<bool> HandOverAsync(string? before, string text, Document document, Page page, Source source, CancellationToken keep)
    {
        var version = document;
        if (before is not null)
        {
            var difference = TextDifference.Between(before, text);
            if (difference.IsNothing)
            {
                return false;
            }

            if (difference.Added.Count == 0)
            {
                log.PageLostText(source.Id, difference.Removed.Count);
                return true;
            }

            version = Version(document, page, source, difference);
        }

        try
        {
            await sink.AcceptAsync(new CrawledPage(source, page, [version]), keep);
        }
        catch (Exception e) when (e is not OperationCanceledException || !keep.IsCancellationRequested)
        {
            throw new PageNotKeptException(e);
        }

        return true;
    }

    /// <summary>A new version has a name of its own, so that what was added is judged by itself and not as what is known already.</summary>
    private static Document Version(Document document, Page page, Source source, TextDifference difference)
    {
        var canonical = $"{document.CanonicalUrl}#v{document.ContentHash?[..12]}";
        return Documents.Complete(
            document with
            {
                Id = Documents.Id(document.CanonicalUrl!, "v" + document.ContentHash),
                CanonicalUrl = canonical,
                Text = string.Join('\n', difference.Added),
                PublishedAt = null,
                UpdatedAt = page.FetchedAt,
                Difference = difference.ToString(),
            },
            page,
            source,
            document.Charset ?? "utf-8");
    }
}
