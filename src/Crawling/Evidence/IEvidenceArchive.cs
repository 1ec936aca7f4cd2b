using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Evidence;

/// <summary>Keeps pages that matched as they came (证据存档), so that a deleted post can still be shown.</summary>
public interface IEvidenceArchive
{
    /// <summary>Writes request and response; on disk when the task completes.</summary>
    /// <returns>Where it lies: <c>file.warc.gz@offset</c>.</returns>
    Task<string> KeepAsync(Page page, CancellationToken cancellationToken);
}
