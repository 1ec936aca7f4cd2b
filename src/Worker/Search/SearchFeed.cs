using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Search;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage;
using OpinionWatch.Storage.State;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;
using LockObtainFailedException = Lucene.Net.Store.LockObtainFailedException;

namespace OpinionWatch.Worker.Search;

/// <summary>Keeps the index behind the store by a second or two, and builds it when it is missing, damaged or of another store. The pipeline never waits for it.</summary>
internal sealed class SearchFeed(EmbeddedStore store, ConfigurationInForce configuration, TimeProvider time, ILogger<SearchFeed> log) : RestartingService(time, log), IDocumentSearch
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(31);

    /// <summary>Room that is left to journal and evidence, which tell people; the index can be built again.</summary>
    private const long LeastRoom = 32 * 1024 * 1024;

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
            _isDamaged |= ReferenceEquals(_index, index);
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
        catch (BrokenIndexException e)
        {
            // Whatever the index stumbled over: it is only a view. Trouble of the store, and a disk without room, are none of its faults.
            log.IndexDamaged(e, _folder);
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
                throw new BrokenIndexException("a search met damaged bytes");
            }

            if (HasLittleRoom())
            {
                _isComplete = false;
                await Task.Delay(Pause, Time, stoppingToken);
                continue;
            }

            var found = await store.ListStoredAsync(index.Sequence, index.Since == default ? default : index.Since - LookBack, Batch, stoppingToken);
            var kept = await store.FindOldestMonthAsync(stoppingToken);
            unsaved = await Task.Run(() => TakeIn(index, found, forget: kept != oldest ? kept ?? DateTimeOffset.MaxValue : null, unsaved), stoppingToken);
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

    /// <summary>Takes documents in and shows them; puts all on disk when the store has no more.</summary>
    /// <returns>How much is not on disk.</returns>
    private int TakeIn(SearchIndex index, IReadOnlyList<StoredDocument> found, DateTimeOffset? forget, int unsaved)
    {
        try
        {
            index.Put(found);
            unsaved += found.Count;
            if (forget is { } before)
            {
                index.Forget(before);
                unsaved++;
            }

            index.Show();
            if (unsaved > 0 && found.Count < Batch)
            {
                index.Save();
                unsaved = 0;
            }

            return unsaved;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new BrokenIndexException(e.Message, e);
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
        catch (Exception e) when (IsDamage(e))
        {
            log.IndexDamaged(e, _folder);
            return null;
        }
    }

    /// <summary>Damaged bytes make Lucene throw anything; a lock that is held, or want of room, says nothing about the bytes.</summary>
    private bool IsDamage(Exception fault) =>
        fault is not (OperationCanceledException or OutOfMemoryException or LockObtainFailedException or UnauthorizedAccessException) && !DiskRoom.IsFull(fault) && !(fault is IOException && HasLittleRoom());

    private bool HasLittleRoom() => DiskRoom.FindFreeBytes(configuration.Current.DataFolder) is { } free && free < LeastRoom;

    private void TryRemove()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
