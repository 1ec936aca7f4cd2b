using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Console.Search;
using OpinionWatch.Model;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage;
using OpinionWatch.Storage.State;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Search;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Search;

/// <summary>The index follows the real store, and outlives the troubles of store and disk.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SearchFeedTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
    private ConfigFolder _folder = null!;
    private EmbeddedStore _store = null!;
    private SearchFeed _feed = null!;

    [SetUp]
    public async Task Open()
    {
        _folder = new ConfigFolder();
        _store = await EmbeddedStore.OpenAsync(Data, _time, NullLoggerFactory.Instance, CancellationToken.None);
        _feed = new SearchFeed(_store, new ConfigurationInForce(_folder.Good(), [], _time.GetUtcNow()), _time, NullLogger<SearchFeed>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        _feed.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task The_canary_of_a_drill_is_never_found()
    {
        await KeepAsync("d1", DrillSource.Id);
        await KeepAsync("d2", "town");
        await _feed.StartAsync(CancellationToken.None);

        await UntilAsync(() => Find() is { IsComplete: true, Items.Count: > 0 });

        Assert.That(Find()!.Items.Select(hit => hit.Id), Is.EqualTo(new[] { "d2" }));
    }

    [Test]
    public async Task Trouble_of_the_store_leaves_the_index_as_it_is_and_search_comes_back_after_it()
    {
        await KeepAsync("d1", "town");
        await _feed.StartAsync(CancellationToken.None);
        await UntilAsync(() => Find() is { IsComplete: true, Items.Count: > 0 });
        var file = Directory.EnumerateFiles(Index, "segments_*").Single();

        await using (new FileStream(Path.Combine(Data, "litedb", "documents-2026-12.db"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await UntilAsync(() => Find() is null);
            Assert.That(File.Exists(file), Is.True);
        }

        File.Delete(Path.Combine(Data, "litedb", "documents-2026-12.db"));
        await UntilAsync(() => Find() is { IsComplete: true, Items.Count: > 0 });
        Assert.That(Find()!.Items, Has.Count.EqualTo(1));
    }

    /// <summary>Mounting needs root on Linux.</summary>
    [Test]
    [Category("NeedsRoot")]
    [Platform("Linux")]
    public async Task An_index_that_met_a_full_disk_lets_go_of_its_folder_and_keeps_what_was_saved()
    {
        var volume = Directory.CreateTempSubdirectory("opinionwatch-index-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", volume);
        try
        {
            var full = new SearchIndex(Path.Combine(volume, "search"), Segmenter.Load(), _time, NullLogger.Instance);
            full.Put([Stored(1)]);
            full.Save();
            Assert.That(
                () =>
                {
                    full.Put([.. Enumerable.Range(2, 4000).Select(Stored)]);
                    full.Save();
                },
                Throws.InstanceOf<IOException>().With.Matches<IOException>(fault => DiskRoom.IsFull(fault!)));
            full.Dispose();

            using var again = new SearchIndex(Path.Combine(volume, "search"), Segmenter.Load(), _time, NullLogger.Instance);
            Assert.That((again.Sequence, again.Count), Is.EqualTo((1, 1)));
        }
        finally
        {
            await RunAsync("umount", volume);
            Directory.Delete(volume);
        }
    }

    private string Data => Path.Combine(_folder.Root, "data");

    private string Index => Path.Combine(Data, "search");

    private SearchPage? Find() => _feed.Find(new SearchRequest { Query = "山体" }, CancellationToken.None);

    private Task KeepAsync(string id, string site) => _store.KeepAsync(new Kept { At = _time.GetUtcNow(), Document = Document(id, site) }, CancellationToken.None);

    private StoredDocument Stored(int number) => new(number, _time.GetUtcNow(), Document($"d{number}", "town"));

    private static KeptDocument Document(string id, string site) => new()
    {
        Document = new Document { Id = id, Site = site, Title = $"山体滑坡 {id}", Text = string.Concat(Enumerable.Range(0, 200).Select(word => $"{id}w{word} ")) },
        Analysis = new Analysis { Id = id, LexiconVersion = "v" },
        Outcome = DocumentOutcome.OutOfArea,
    };

    /// <summary>The loop waits by this clock; the index is written by threads of its own.</summary>
    private async Task UntilAsync(Func<bool> holds)
    {
        var started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(60)));
            _time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
    }
}
