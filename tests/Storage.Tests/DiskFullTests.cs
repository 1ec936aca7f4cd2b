using System.Diagnostics;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class DiskFullTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [TestCase("journal.write")]
    [TestCase("journal.flush")]
    [TestCase("evidence.write")]
    [TestCase("evidence.flush")]
    [TestCase("frontier.write")]
    [TestCase("frontier.commit")]
    public async Task A_failed_write_is_told_is_not_kept_and_writing_goes_on_when_there_is_room(string failing)
    {
        using var folder = new DataFolder();
        var full = false;
        folder.Steps.At = step =>
        {
            if (full && (step == failing || step == "probe.write"))
            {
                throw new IOException("No space left on device");
            }
        };
        await using (var store = await folder.OpenAsync())
        {
            await KeepAllAsync(store, "before");
            full = true;
            await Assert.ThrowsAsync<IOException>(async () => await KeepAllAsync(store, "during"));
            Assert.That(store.Health, Has.Property(nameof(StoreHealth.CanWrite)).False.And.Property(nameof(StoreHealth.Fault)).EqualTo("No space left on device"));
            folder.Time.Advance(TimeSpan.FromSeconds(10));
            Assert.That(store.Health.CanWrite, Is.False, "the probe failed as well");

            full = false;
            folder.Time.Advance(TimeSpan.FromSeconds(10));
            Assert.That(store.Health.CanWrite, Is.True, "the probe found room");
            await KeepAllAsync(store, "after");
            Assert.That((await store.ListIncidentsAsync(Samples.Now, None)).Select(i => i.Id), Does.Contain("before").And.Contain("after"));
        }

        Assert.That(folder.Verify().Fault, Is.Null);
    }

    [TestCase(28, true)]
    [TestCase(122, true)]
    [TestCase(unchecked((int)0x80070070), true)]
    [TestCase(5, false)]
    public async Task Want_of_room_is_told_from_a_disk_that_fails(int code, bool full)
    {
        using var folder = new DataFolder();
        var fails = false;
        folder.Steps.At = step =>
        {
            if (fails)
            {
                throw new IOException("a write failed", code);
            }
        };
        await using var store = await folder.OpenAsync();
        fails = true;

        await Assert.ThrowsAsync<IOException>(async () => await store.KeepAsync(Samples.Opened("i1"), None));
        var health = store.Health;
        fails = false;
        folder.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.That((health.CanWrite, health.IsFull), Is.EqualTo((false, full)));
        Assert.That((store.Health.CanWrite, store.Health.IsFull), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_view_that_cannot_be_written_hides_nothing()
    {
        using var folder = new DataFolder();
        var full = false;
        folder.Steps.At = step =>
        {
            if (full && step.StartsWith("view", StringComparison.Ordinal))
            {
                throw new IOException("No space left on device");
            }
        };
        await using (var store = await folder.OpenAsync())
        {
            full = true;
            await store.KeepAsync(Samples.Opened("i1"), None);
            await store.RecordAsync([Samples.Outcome("i1-a", DeliveryState.Dead)], None);

            Assert.That(await store.FindIncidentAsync("i1", None), Is.Not.Null);
            Assert.That(await store.ListDocumentsAsync(Samples.Now, Samples.Now.AddDays(1), 10, None), Has.Count.EqualTo(1));
            Assert.That(await store.ListTroubledAsync(None), Has.Count.EqualTo(1));
            Assert.That(store.Health.JournalLag, Is.EqualTo(2));
        }

        full = false;
        await using (var store = await folder.OpenAsync())
        {
            Assert.That(await store.FindIncidentAsync("i1", None), Is.Not.Null);
            Assert.That(store.Health.JournalLag, Is.Zero);
        }
    }

    /// <summary>A file system of 8 MiB, really filled. Mounting needs root on Linux.</summary>
    [Test]
    [Category("NeedsRoot")]
    [Platform("Linux")]
    public async Task A_disk_that_is_really_full_loses_nothing_kept()
    {
        using var folder = new DataFolder();
        Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.Path);
        try
        {
            var kept = new List<string>();
            await using (var store = await folder.OpenAsync())
            {
                await FillUpAsync(store, kept);
                Assert.That(store.Health.CanWrite, Is.False);
                Assert.That(kept, Has.Count.GreaterThan(10));
                File.Delete(folder.In("ballast"));
                await KeepAllAsync(store, "after");
                kept.Add("after");
            }

            Assert.That(folder.Verify().Fault, Is.Null);
            await using (var store = await folder.OpenAsync())
            {
                Assert.That(kept.Except((await store.ListIncidentsAsync(DateTimeOffset.MinValue, None)).Select(i => i.Id)), Is.Empty);
                Assert.That(await store.FindMarksAsync(kept, None), Has.Count.EqualTo(kept.Count));
            }
        }
        finally
        {
            Run("umount", "--lazy", folder.Path);
        }

        async Task FillUpAsync(EmbeddedStore store, List<string> kept)
        {
            await File.WriteAllBytesAsync(folder.In("ballast"), new byte[3_000_000]);
            try
            {
                for (var i = 0; i < 10_000; i++)
                {
                    await KeepAllAsync(store, $"i{i}");
                    kept.Add($"i{i}");
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    private static async Task KeepAllAsync(EmbeddedStore store, string id)
    {
        var page = await store.KeepAsync(Samples.Page("/" + id, Convert.ToBase64String(Random.Shared.GetItems("abcdefgh0123456789"u8.ToArray(), 20_000))), None);
        var kept = Samples.Opened(id);
        await store.KeepAsync(kept with { Document = kept.Document! with { Evidence = page } }, None);
        await store.SaveAsync(new FrontierChange { Put = [Samples.Entry(id)], Seen = [new SeenMark(id, 1)] }, None);
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{command} {string.Join(' ', arguments)}");
    }
}
