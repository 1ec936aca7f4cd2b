using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Tests;

/// <summary>A data folder of one test, with its clock, log and steps.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly LogKeeper _log = new();

    public DataFolder(string? path = null)
    {
        Path = path ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ow-storage-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public FakeTimeProvider Time { get; } = new(Samples.Now);

    internal StepWatch Steps { get; } = new();

    public long SegmentBytes { get; init; } = 64 * 1024 * 1024;

    public IReadOnlyCollection<int> Logged => _log.Events;

    public string Journal => In("journal");

    public string View => In("litedb", "view.db");

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Segment(int number) => In("journal", JournalFolder.NameOf(number));

    public Task<EmbeddedStore> OpenAsync() =>
        EmbeddedStore.OpenAsync(Path, Time, _log, new StoreSettings { SegmentBytes = SegmentBytes, Steps = Steps }, CancellationToken.None);

    public Verification Verify() => JournalVerifier.Verify(Path, CancellationToken.None);

    /// <summary>What is on disk at this instant: what a kill would leave.</summary>
    public DataFolder Snapshot()
    {
        var copy = new DataFolder();
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            if (System.IO.Path.GetFileName(file) != ".lock")
            {
                using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = File.Create(target);
                from.CopyTo(to);
            }
        }

        return copy;
    }

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>Gives the whole state as text, to compare.</summary>
    public static async Task<string> DescribeAsync(EmbeddedStore store, IEnumerable<string> incidents)
    {
        var none = CancellationToken.None;
        var deliveries = new List<object>();
        foreach (var id in incidents)
        {
            deliveries.AddRange(await store.ListDeliveriesAsync(id, none));
        }

        return JsonSerializer.Serialize(
            new
            {
                incidents = await store.ListIncidentsAsync(DateTimeOffset.MinValue, none),
                deliveries,
                documents = await store.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10_000, none),
                due = await store.ListDueAsync(DateTimeOffset.MaxValue, 10_000, none),
                troubled = await store.ListTroubledAsync(none),
                sent = await store.ListSentAsync("officer", DateTimeOffset.MinValue, none),
                act = await store.FindLastAsync("digest", none),
                entries = (await store.ListEntriesAsync(none)).OrderBy(entry => entry.Key, StringComparer.Ordinal),
                hours = await store.ListHoursAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, none),
            },
            ContractJson.Options);
    }
}
