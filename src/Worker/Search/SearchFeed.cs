using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Search;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Search;

/// <summary>Keeps the index behind the store by a second or two, and builds it when it is missing, damaged or of another store. The pipeline never waits for it.</summary>
internal sealed class SearchFeed(EmbeddedStore store, ConfigurationInForce configuration, TimeProvider time, ILogger<SearchFeed> log) : RestartingService(time, log), IDocumentSearch
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(31);
    private readonly string _folder = Path.Combine(configuration.Current.DataFolder, "search");
    private volatile SearchIndex? _index;
    private volatile bool _isComplete;
    private volatile bool _isDamaged;

    /// <inheritdoc/>
    public SearchPage? Find(SearchRequest request, CancellationToken cancellationToken)
    {
        if (_index is not { } index)
        {
            return null;
        }

        try
        {
            return index.Find(request, _isComplete, cancellationToken);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or IndexOutOfRangeException or InvalidOperationException)
        {
            // Changed bytes of the index show themselves as anything of these; the loop builds it anew.
            _isDamaged = true;
            return null;
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var index = await Task.Run(Open, stoppingToken);
            _index = index;
            _isDamaged = false;
            await FollowAsync(index, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            // Whatever the index stumbled over: it is only a view. A full disk is met again, and waits.
            log.IndexDamaged(e, _folder);
            _index = null;
            TryRemove();
            throw;
        }
        finally
        {
            _index = null;
            _isComplete = false;
        }
    }

    private async Task FollowAsync(SearchIndex index, CancellationToken stoppingToken)
    {
        DateTimeOffset? oldest = null;
        var unsaved = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_isDamaged)
            {
                throw new InvalidDataException("a search met damaged bytes");
            }

            var found = await store.ListStoredAsync(index.Sequence, index.Since == default ? default : index.Since - LookBack, Batch, stoppingToken);
            var kept = await store.FindOldestMonthAsync(stoppingToken);
            await Task.Run(
                () =>
                {
                    index.Put(found);
                    if (kept != oldest)
                    {
                        index.Forget(kept ?? DateTimeOffset.MaxValue);
                        unsaved++;
                    }

                    index.Show();
                    unsaved += found.Count;
                    if (unsaved > 0 && found.Count < Batch)
                    {
                        index.Save();
                        unsaved = 0;
                    }
                },
                stoppingToken);
            oldest = kept;
            if (found.Count < Batch)
            {
                if (!_isComplete)
                {
                    _isComplete = true;
                    log.IndexReady(index.Count);
                }

                await Task.Delay(Pause, Time, stoppingToken);
            }
        }
    }

    private SearchIndex Open()
    {
        if (TryOpen() is { } index)
        {
            if (index.Sequence <= store.Records)
            {
                return index;
            }

            index.Dispose();
            log.IndexForeign(_folder);
        }

        TryRemove();
        return new SearchIndex(_folder, Segmenter.Load(), Time, log);
    }

    private SearchIndex? TryOpen()
    {
        try
        {
            return Directory.Exists(_folder) ? new SearchIndex(_folder, Segmenter.Load(), Time, log) : null;
        }
#pragma warning disable CA1031 // Damaged bytes make the reader throw anything; the index is only a view and is built anew.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.IndexDamaged(e, _folder);
            return null;
        }
    }

    private void TryRemove()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
