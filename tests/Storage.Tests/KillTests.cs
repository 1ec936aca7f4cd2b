using System.Diagnostics;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class KillTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_twice_wherever_the_process_dies()
    {
        using var folder = new DataFolder { SegmentBytes = 4096 };
        var snapshots = new List<(string Step, IReadOnlyList<string> Acknowledged, DataFolder Folder)>();
        var acknowledged = new List<string>();
        folder.Steps.At = step =>
        {
            lock (snapshots)
            {
                snapshots.Add((step, [.. acknowledged], folder.Snapshot()));
            }
        };
        await using (var store = await folder.OpenAsync())
        {
            for (var i = 0; i < 2; i++)
            {
                await KeepOneAsync(store, $"i{i}");
                lock (snapshots)
                {
                    acknowledged.Add($"i{i}");
                }
            }
        }

        Assert.That(snapshots.Select(s => s.Step).Distinct().Count(), Is.GreaterThanOrEqualTo(14), "every step was met");
        foreach (var (step, kept, copy) in snapshots)
        {
            using (copy)
            {
                await AssertKeptAsync(copy, kept, step);
            }
        }
    }

    [TestCase(1)]
    [TestCase(30)]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed(int lines)
    {
        using var folder = new DataFolder();
        var acknowledged = new List<string>();

        // Twice on one folder: what the second run finds was left by a kill.
        acknowledged.AddRange(await RunAndKillAsync(folder.Path, "first", lines));
        acknowledged.AddRange(await RunAndKillAsync(folder.Path, "second", lines));

        Assert.That(acknowledged, Has.Count.GreaterThanOrEqualTo(2 * lines));
        await AssertKeptAsync(folder, acknowledged, "kill");
        await using var store = await folder.OpenAsync();
        Assert.That(await store.FindMarksAsync(acknowledged, None), Has.Count.EqualTo(acknowledged.Count));
    }

    private static async Task KeepOneAsync(EmbeddedStore store, string id)
    {
        var evidence = await store.KeepAsync(Samples.Page("/" + id), None);
        var kept = Samples.Opened(id);
        await store.KeepAsync(kept with { Document = kept.Document! with { Evidence = evidence } }, None);
        await store.SaveAsync(new FrontierChange { Put = [Samples.Entry(id)], Seen = [new SeenMark(id, 1)] }, None);
        await store.RecordAsync([Samples.Outcome($"{id}-a", DeliveryState.Sent)], None);
    }

    private static async Task AssertKeptAsync(DataFolder folder, IReadOnlyList<string> acknowledged, string step)
    {
        Assert.That(folder.Verify().Fault, Is.Null, step);
        await using (var store = await folder.OpenAsync())
        {
            var incidents = await store.ListIncidentsAsync(DateTimeOffset.MinValue, None);
            var documents = await store.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100_000, None);
            var marks = await store.FindMarksAsync(acknowledged, None);
            Assert.That(acknowledged.Except(incidents.Select(i => i.Id)), Is.Empty, step);
            Assert.That(acknowledged.Except(documents.Select(d => d.IncidentId!)), Is.Empty, step);
            Assert.That(marks, Has.Count.EqualTo(acknowledged.Count), step);
            Assert.That(incidents.Select(i => (i.Revision, i.Audit.Count, i.Documents.Count)), Is.All.EqualTo((1L, 1, 1)), step);
            Assert.That(documents.Select(d => d.Document.Id), Is.Unique, step);
            foreach (var incident in incidents)
            {
                Assert.That(await store.ListDeliveriesAsync(incident.Id, None), Has.Count.EqualTo(1), step);
            }

            await KeepOneAsync(store, "after");
        }

        Assert.That(folder.Verify().Fault, Is.Null, step + ", gone on");
    }

    private static async Task<IReadOnlyList<string>> RunAndKillAsync(string folder, string prefix, int lines)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KillTests).Assembly.Location, folder, prefix]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = new List<string>();
        while (said.Count < lines && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
        }

        process.Kill();
        said.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith(prefix, StringComparison.Ordinal)));
        await process.WaitForExitAsync();

        // A line the kill cut short names no incident: drop a last one that might be.
        return said.Count > lines ? said[..^1] : said;
    }
}
