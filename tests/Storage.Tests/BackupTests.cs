using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;
using OpinionWatch.Storage.Backup;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BackupTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly DataFolder _folder = new() { SegmentBytes = 4096 };
    private readonly DataFolder _target = new();

    private string Backup => _target.In("backup.owb");

    private string Restored => _target.In("restored");

    public void Dispose()
    {
        _folder.Dispose();
        _target.Dispose();
    }

    [Test]
    public async Task A_backup_beside_a_running_service_restores_to_the_same_state_and_is_whole()
    {
        await using var store = await _folder.OpenAsync();
        var ids = await FillAsync(store, 40);
        Directory.CreateDirectory(_folder.In("accounts"));
        await File.WriteAllTextAsync(_folder.In("accounts", "user.json"), "{}");

        var manifest = await WriteAsync();
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);

        using var restored = new DataFolder(Restored);
        Assert.That(manifest.Warnings, Is.Empty);
        Assert.That(restored.Verify(), Has.Property("IsWhole").True.And.Property("Records").EqualTo(manifest.Records));
        Assert.That(File.Exists(restored.In("accounts", "user.json")));
        await using var again = await restored.OpenAsync();
        Assert.That(await DataFolder.DescribeAsync(again, ids), Is.EqualTo(await DataFolder.DescribeAsync(store, ids)));
        Assert.That(restored.Verify().IsWhole);
    }

    [Test]
    public async Task Everything_seen_is_in_the_journal_of_a_backup_taken_while_writing_goes_on()
    {
        await using var store = await _folder.OpenAsync();
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var id = $"w{number}";
                var evidence = await store.KeepAsync(Samples.Page("/" + id), None);
                var kept = Samples.Opened(id);
                await store.KeepAsync(kept with { Document = kept.Document! with { Evidence = evidence } }, None);
                await store.SaveAsync(new FrontierChange { Seen = [new SeenMark(id, number)], Put = [Samples.Entry(id)] }, None);
                if (number == 20)
                {
                    begun.SetResult();
                }
            }

            return 0;
        });

        await begun.Task;
        await WriteAsync();
        await stop.CancelAsync();
        await writing;
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);

        using var restored = new DataFolder(Restored);
        await using var again = await restored.OpenAsync();
        var incidents = (await again.ListIncidentsAsync(DateTimeOffset.MinValue, None)).Select(incident => incident.Id).ToHashSet();
        var seen = (await again.ListEntriesAsync(None)).Select(entry => entry.Key).ToList();
        Assert.That(restored.Verify().IsWhole);
        Assert.That(seen, Is.Not.Empty);
        Assert.That(seen.Where(key => !incidents.Contains(key)), Is.Empty);
    }

    [Test]
    public async Task An_empty_store_can_be_backed_up_and_restored()
    {
        await using (await _folder.OpenAsync())
        {
        }

        await WriteAsync();
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);

        using var restored = new DataFolder(Restored);
        Assert.That(restored.Verify().IsWhole, restored.Verify().Fault);
        await using var again = await restored.OpenAsync();
        Assert.That(await again.ListIncidentsAsync(DateTimeOffset.MinValue, None), Is.Empty);
    }

    [Test]
    public async Task A_folder_in_which_only_the_watchdog_is_at_work_counts_as_empty()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await FillAsync(store, 3);
        }

        await WriteAsync();
        Directory.CreateDirectory(Path.Combine(Restored, "watchdog", "config"));
        await File.WriteAllTextAsync(Path.Combine(Restored, "watchdog", "state.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(Restored, "heartbeat.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(Restored, "heartbeat.stuck.json"), "{}");

        var occupants = StoreRestore.ListOccupants(Restored);
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);

        Assert.That(occupants, Is.Empty);
        using var restored = new DataFolder(Restored);
        Assert.That(restored.Verify().IsWhole);
        Assert.That(File.Exists(restored.In("watchdog", "state.json")));
    }

    [Test]
    public async Task Evidence_that_was_lost_is_warned_of_and_a_changed_journal_is_refused()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await FillAsync(store, 30);
        }

        File.Delete(_folder.In("evidence", "2026-11.warc.gz"));
        var manifest = await WriteAsync();
        Flip(_folder.Segment(1), 300);

        Assert.That(manifest.Warnings, Has.Exactly(1).Contains("2026-11.warc.gz: the evidence file is missing"));
        var e = await Assert.CatchAsync<IOException>(() => new StoreBackup(TimeProvider.System).WriteAsync(Request(_target.In("second")), None));
        Assert.That(e!.Message, Does.Contain("00000001.journal"));
        Assert.That(Directory.GetFileSystemEntries(_target.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "backup.owb" }));
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);
        Assert.That(Directory.Exists(Path.Combine(Restored, "journal")));
    }

    [Test]
    public async Task A_target_that_exists_is_never_overwritten_and_what_a_kill_left_is_removed()
    {
        await using var store = await _folder.OpenAsync();
        await FillAsync(store, 3);
        Directory.CreateDirectory(Backup + ".partial");
        await File.WriteAllTextAsync(Path.Combine(Backup + ".partial", "archive"), "left by a kill");

        await WriteAsync();

        var bytes = await File.ReadAllBytesAsync(Backup);
        Assert.That(Directory.Exists(Backup + ".partial"), Is.False);
        await Assert.CatchAsync<IOException>(WriteAsync);
        Assert.That(await File.ReadAllBytesAsync(Backup), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Any_changed_byte_and_any_cut_is_found_and_leaves_nothing_behind()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await FillAsync(store, 5);
        }

        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Backup);
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 97))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x10;
            await RefusedOrTheSameAsync(changed, $"changed at {at}");
            await RefusedOrTheSameAsync(whole[..at], $"cut at {at}");
        }

        async Task RefusedOrTheSameAsync(byte[] damaged, string how)
        {
            var file = _target.In("damaged");
            await File.WriteAllBytesAsync(file, damaged);
            if (await TryRestoreAsync(file) is null)
            {
                // Bytes of gzip's own, its head or its checksum at the end, say nothing of the content: each file was proven by its hash, and the same comes out.
                Assert.That(Unpack(damaged), Is.EqualTo(Unpack(whole)), how);
                Directory.Delete(Restored, recursive: true);
            }

            Assert.That(Directory.Exists(Restored), Is.False, how);
        }
    }

    [TestCase("state/../../evil")]
    [TestCase("/etc/evil")]
    [TestCase("state/journal/00000001.journal")]
    [TestCase("state/a\\..\\evil")]
    [TestCase("evidence/../evil.warc.gz")]
    [TestCase("litedb/view.db")]
    [TestCase("state/c:evil")]
    [TestCase("state/.restoring/x")]
    [TestCase("journal/1.journal")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        WriteHostile([new BackupFile(name, 4, Hash("evil"))], archive => archive.Add(name, "evil"u8.ToArray()));

        var fault = await TryRestoreAsync(Backup);

        Assert.That(fault, Does.Contain("does not belong"));
        Assert.That(Directory.Exists(Restored), Is.False);
    }

    [TestCase('2')]
    [TestCase('1')]
    [TestCase('5')]
    [TestCase('x')]
    public async Task Links_and_folders_are_refused(char kind)
    {
        WriteHostile([new BackupFile("state/a", 0, Hash(""))], (_, stream) => stream.Write(ArchiveHeader.Write("state/a", 0, (byte)kind, Samples.Now)));

        Assert.That(await TryRestoreAsync(Backup), Does.Contain("no plain file"));
    }

    [Test]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        WriteHostile([new BackupFile("state/a", 1L << 60, Hash(""))], _ => { });

        Assert.That(await TryRestoreAsync(Backup), Does.Contain("磁盘空间不足"));
    }

    [Test]
    public async Task An_entry_larger_than_its_listed_size_and_one_not_listed_are_refused()
    {
        WriteHostile([new BackupFile("state/a", 4, Hash("aaaa"))], archive => archive.Add("state/a", new byte[100_000_000]));
        var larger = await TryRestoreAsync(Backup);
        File.Delete(Backup);
        WriteHostile([], archive => archive.Add("state/b", "b"u8.ToArray()));

        Assert.That(larger, Does.Contain("100000000 bytes stands where 4 bytes"));
        Assert.That(await TryRestoreAsync(Backup), Does.Contain("does not name"));
    }

    [TestCase("\"files\":null,\"warnings\":[]")]
    [TestCase("\"files\":[null],\"warnings\":[]")]
    [TestCase("\"files\":[{\"name\":null,\"size\":0,\"sha256\":null}],\"warnings\":[]")]
    [TestCase("\"files\":[],\"warnings\":null")]
    [TestCase("\"files\":[],\"warnings\":[null]")]
    public async Task A_list_with_nothing_where_something_belongs_is_refused(string content)
    {
        var list = Encoding.UTF8.GetBytes($"{{\"version\":1,\"program\":null,\"createdAt\":\"2026-11-24T00:00:00Z\",\"segment\":1,\"offset\":0,\"records\":0,\"hash\":\"{new string('0', 64)}\",{content}}}");
        using (var packed = new GZipStream(File.Create(Backup), CompressionLevel.Fastest))
        {
            var archive = new ArchiveWriter(packed, Samples.Now);
            archive.Add(BackupNames.Manifest, list);
            archive.Add(BackupNames.ManifestHash, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(list))));
            archive.Finish();
        }

        Assert.That(await TryRestoreAsync(Backup), Is.Not.Null);
        Assert.That(Directory.Exists(Restored), Is.False);
    }

    [Test]
    public async Task Damage_that_no_warning_names_is_refused_whatever_else_is_warned_of()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await FillAsync(store, 3);
        }

        Flip(_folder.In("evidence", "2026-11.warc.gz"), 300);
        await WriteAsync();
        var told = await TryRestoreAsync(Backup);
        Directory.Delete(Restored, recursive: true);
        Rewrite(manifest => manifest with { Warnings = ["config/opinionwatch.yaml 中直接写了密码或令牌"] });

        Assert.That(told, Is.Null, "the damage is named");
        Assert.That(await TryRestoreAsync(Backup), Does.Contain("2026-11.warc.gz").And.Contain("the evidence was changed"));
        Assert.That(Directory.Exists(Restored), Is.False);
    }

    /// <summary>Giving files away needs root.</summary>
    [Test]
    [Category("NeedsRoot")]
    [Platform("Linux")]
    public async Task What_root_restores_belongs_to_the_owner_of_the_data_folder()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await FillAsync(store, 3);
        }

        Directory.CreateDirectory(_folder.In("accounts"));
        await File.WriteAllTextAsync(_folder.In("accounts", "user.json"), "{}");
        await WriteAsync();
        Directory.CreateDirectory(Restored);
        await CallAsync("chown", "12345:23456", Restored);
        await StoreRestore.RestoreAsync(Backup, Restored, null, None);

        var owners = await CallAsync("find", Restored, "-printf", "%U:%G\n");
        Assert.That(owners.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(), Is.EqualTo(new[] { "12345:23456" }));
        Assert.That(File.Exists(Path.Combine(Restored, "accounts", "user.json")));
    }

    [Test]
    public async Task A_backup_of_a_newer_version_is_refused_with_words()
    {
        WriteHostile([], _ => { }, version: 2);

        Assert.That(await TryRestoreAsync(Backup), Does.Contain("newer version"));
    }

    [Test]
    public async Task A_restore_that_was_interrupted_keeps_the_service_from_starting()
    {
        Directory.CreateDirectory(_folder.In(".restoring"));

        await Assert.ThatAsync(() => _folder.OpenAsync(), Throws.InstanceOf<IOException>().With.Message.Contains("restore"));
    }

    [Test]
    public async Task Links_secrets_logs_and_passing_files_stay_out()
    {
        await using var store = await _folder.OpenAsync();
        foreach (var name in new[] { "logs", "outgoing", "keys" })
        {
            Directory.CreateDirectory(_folder.In(name));
            await File.WriteAllTextAsync(_folder.In(name, "a.txt"), name);
        }

        await File.WriteAllTextAsync(_folder.In("password"), "secret");
        File.CreateSymbolicLink(_folder.In("link"), "/etc/passwd");

        var manifest = await new StoreBackup(TimeProvider.System).WriteAsync(Request(Backup) with { LeaveOut = [_folder.In("password")] }, None);

        Assert.That(manifest.Files.Select(file => file.Name).Where(name => name.StartsWith("state/", StringComparison.Ordinal)), Is.EqualTo(new[] { "state/keys/a.txt" }));
    }

    private static async Task<List<string>> FillAsync(EmbeddedStore store, int count)
    {
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var id = $"i{number}";
            ids.Add(id);
            var evidence = await store.KeepAsync(Samples.Page("/" + id), None);
            var kept = Samples.Opened(id);
            await store.KeepAsync(kept with { Document = kept.Document! with { Evidence = evidence } }, None);
        }

        await store.RecordAsync([Samples.Outcome("i0-a", DeliveryState.Sent)], None);
        await store.SaveAsync(new FrontierChange { Put = [Samples.Entry("http://bbs.example.cn/1")], Seen = [new SeenMark("k", 7)] }, None);
        return ids;
    }

    private static void Flip(string path, long at)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Seek(at, SeekOrigin.Begin);
        var value = file.ReadByte();
        file.Seek(at, SeekOrigin.Begin);
        file.WriteByte((byte)(value ^ 0xff));
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static async Task<string> CallAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return output;
    }

    /// <summary>Packs the backup anew with another list, and all else as it is.</summary>
    private void Rewrite(Func<BackupManifest, BackupManifest> change)
    {
        var entries = new List<(string Name, byte[] Bytes)>();
        using (var unpacked = new GZipStream(File.OpenRead(Backup), CompressionMode.Decompress))
        {
            var reader = new ArchiveReader(unpacked);
            while (reader.Next() is var (name, size))
            {
                using var content = new MemoryStream();
                var buffer = new byte[4096];
                for (int got; (got = reader.Read(buffer)) > 0;)
                {
                    content.Write(buffer, 0, got);
                }

                Assert.That(content.Length, Is.EqualTo(size));
                entries.Add((name, content.ToArray()));
            }
        }

        var list = JsonSerializer.SerializeToUtf8Bytes(change(JsonSerializer.Deserialize<BackupManifest>(entries[0].Bytes, ContractJson.Options)!), ContractJson.Options);
        using var packed = new GZipStream(File.Create(Backup), CompressionLevel.Fastest);
        var archive = new ArchiveWriter(packed, Samples.Now);
        archive.Add(BackupNames.Manifest, list);
        archive.Add(BackupNames.ManifestHash, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(list))));
        entries.Skip(2).ToList().ForEach(entry => archive.Add(entry.Name, entry.Bytes));
        archive.Finish();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private BackupRequest Request(string target) => new() { DataFolder = _folder.Path, Target = target, Program = "test" };

    private Task<BackupManifest> WriteAsync() => new StoreBackup(TimeProvider.System).WriteAsync(Request(Backup), None);

    private async Task<string?> TryRestoreAsync(string path)
    {
        try
        {
            await StoreRestore.RestoreAsync(path, Restored, null, None);
            return null;
        }
        catch (BackupFaultException e)
        {
            return e.Message;
        }
    }

    private void WriteHostile(IReadOnlyList<BackupFile> files, Action<ArchiveWriter> fill, int version = 1) => WriteHostile(files, (archive, _) => fill(archive), version);

    private void WriteHostile(IReadOnlyList<BackupFile> files, Action<ArchiveWriter, Stream> fill, int version = 1)
    {
        using var packed = new GZipStream(File.Create(Backup), CompressionLevel.Fastest);
        var archive = new ArchiveWriter(packed, Samples.Now);
        var manifest = new BackupManifest { Version = version, CreatedAt = Samples.Now, Segment = 1, Offset = 0, Records = 0, Hash = new string('0', 64), Files = files };
        var list = JsonSerializer.SerializeToUtf8Bytes(manifest, ContractJson.Options);
        archive.Add(BackupNames.Manifest, list);
        archive.Add(BackupNames.ManifestHash, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(list))));
        fill(archive, packed);
        archive.Finish();
    }
}
