using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Tries documents again that could not be judged: after a minute, ten minutes, an hour, six hours and a day, and after each start.</summary>
internal sealed class FailedRetry(FailedDocuments failed, FailureRecord record, PostPipeline pipeline)
{
    private bool _loaded;

    /// <summary>Tries what is due.</summary>
    /// <returns>How many were judged after all.</returns>
    /// <exception cref="IOException">The disk takes nothing now; what is due stays due.</exception>
    public async Task<int> TryDueAsync(CancellationToken cancellationToken)
    {
        if (!_loaded)
        {
            await record.LoadAsync(cancellationToken);
            _loaded = true;
        }

        var settled = 0;
        foreach (var one in failed.ListDue())
        {
            if (await record.FindAsync(one, cancellationToken) is not { } kept)
            {
                // Retention removed it.
                failed.Settle(one.Id);
            }
            else if (await pipeline.RetryAsync(kept, cancellationToken) != DocumentOutcome.Failed)
            {
                settled++;
            }
        }

        return settled;
    }
}
