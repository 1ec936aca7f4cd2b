using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Keeps a page as evidence when the first of its documents needs it, and once. For one page and one thread.</summary>
internal sealed class EvidenceOnce(Page page, string source, IEvidenceArchive archive, ILogger log)
{
    private bool _tried;
    private string? _where;

    /// <summary>Gives where the page lies; null when it could not be kept.</summary>
    public async Task<string?> KeepAsync(CancellationToken cancellationToken)
    {
        if (!_tried)
        {
            _tried = true;
            _where = await TryKeepAsync(cancellationToken);
        }

        return _where;
    }

    private async Task<string?> TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await archive.KeepAsync(page, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Evidence never stands before an alert. On a full disk the journal refuses next, and the page is taken again.
            log.EvidenceFailed(exception, source);
            return null;
        }
    }
}
