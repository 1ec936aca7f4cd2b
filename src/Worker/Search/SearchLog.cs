using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Search;

/// <summary>What the search says in the log: 1680 to 1689.</summary>
internal static partial class SearchLog
{
    [LoggerMessage(1680, LogLevel.Warning, "The search index in {Folder} is damaged; it is removed and built anew from the store. Nothing else is affected.")]
    public static partial void IndexDamaged(this ILogger log, Exception exception, string folder);

    [LoggerMessage(1681, LogLevel.Warning, "The search index in {Folder} knows more than the store and belongs to another one; it is removed and built anew.")]
    public static partial void IndexForeign(this ILogger log, string folder);

    [LoggerMessage(1682, LogLevel.Information, "The search index is complete: {Count} documents.")]
    public static partial void IndexReady(this ILogger log, int count);

    [LoggerMessage(1683, LogLevel.Warning, "Document {Document} cannot be indexed and is not found by a search; everything else is. It is kept, judged and told as any other.")]
    public static partial void DocumentNotIndexed(this ILogger log, Exception exception, string document);
}
