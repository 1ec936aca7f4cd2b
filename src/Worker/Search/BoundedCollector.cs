using Lucene.Net.Index;
using Lucene.Net.Search;
using OpinionWatch.Console.Search;

namespace OpinionWatch.Worker.Search;

/// <summary>Ends a search that takes too long, or that nobody waits for any more.</summary>
internal sealed class BoundedCollector(ICollector inner, TimeProvider time, TimeSpan patience, CancellationToken cancellationToken) : ICollector
{
    private readonly long _started = time.GetTimestamp();
    private int _count;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => inner.AcceptsDocsOutOfOrder;

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if ((++_count & 0x3FF) == 0)
        {
            Look();
        }

        inner.Collect(doc);
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        Look();
        inner.SetNextReader(context);
    }

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => inner.SetScorer(scorer);

    private void Look()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_started) > patience)
        {
            throw new SearchRefusedException($"The search took longer than {patience.TotalSeconds:0} s; ask for rarer words, or for a shorter time by from and to.");
        }
    }
}
