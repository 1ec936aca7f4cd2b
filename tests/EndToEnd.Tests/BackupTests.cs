using System.Text.Json.Nodes;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary><c>backup</c> and <c>restore</c> as an administrator uses them: beside the real service, with kills and damage.</summary>
[NonParallelizable]
public sealed class BackupTests
{
    [Test]
    public async Task A_backup_taken_under_load_comes_up_elsewhere_with_the_same_incidents_clocks_and_deliveries()
    {
        await using var scene = await Scene.SetAsync();
        await using var place = new Place();
        await using var service = await scene.StartServiceAsync();
        var graves = Enumerable.Range(0, 12).Select(n => Publish(scene, n)).ToList();
        await Conservation.UntilToldAsync(service, scene, graves, TimeSpan.FromSeconds(60));
        using var stop = new CancellationTokenSource();
        var load = LoadAsync(scene, stop.Token);

        var backup = await RunAsync("backup", place.Backup, scene);

        await stop.CancelAsync();
        await load;
        Assert.That(backup.ExitCode, Is.Zero, backup.Errors);
        Assert.That(backup.Output, Does.Contain("备份完成并已核对"));
        var restored = await ServiceProcess.RunAsync(null, "restore", place.Backup, "--config", place.Config, "--data", place.Data);
        Assert.That(restored.ExitCode, Is.Zero, restored.Errors);
        var verified = await ServiceProcess.RunAsync(null, "verify", "--config", place.Config, "--data", place.Data);
        Assert.That(verified.ExitCode, Is.Zero, verified.Output);
        Assert.That(await File.ReadAllTextAsync(Path.Combine(place.Config, "opinionwatch.yaml")), Does.Not.Contain(ServiceProcess.Token).And.Contain("***"));
        await using var again = await ServiceProcess.StartAsync(scene.Config, place.Data);
        var before = (await service.ListIncidentsAsync()).ToDictionary(IdOf);
        var after = await again.ListIncidentsAsync();
        Assert.That(after, Has.Count.GreaterThanOrEqualTo(12));
        foreach (var incident in after.Where(incident => graves.Contains(incident["documents"]![0]!["url"]!.GetValue<string>())))
        {
            Assert.That(incident.ToJsonString(), Is.EqualTo(before[IdOf(incident)].ToJsonString()));
        }
    }

    [Test]
    public async Task A_stopped_service_is_backed_up_and_restored_to_the_very_same_incidents()
    {
        await using var scene = await Scene.SetAsync();
        await using var place = new Place();
        await using (var service = await scene.StartServiceAsync())
        {
            var graves = Enumerable.Range(0, 6).Select(n => Publish(scene, n)).ToList();
            await Conservation.UntilToldAsync(service, scene, graves, TimeSpan.FromSeconds(60));
            await service.StopAsync();
        }

        var backup = await RunAsync("backup", place.Backup, scene);
        var restored = await ServiceProcess.RunAsync(null, "restore", place.Backup, "--config", scene.Config, "--data", place.Data);

        Assert.That((backup.ExitCode, restored.ExitCode), Is.EqualTo((0, 0)), backup.Errors + restored.Errors);
        var sent = scene.Mail.Messages.Count;
        await using var first = await scene.StartServiceAsync();
        var expected = Describe(await first.ListIncidentsAsync());
        await first.StopAsync();
        await using var second = await ServiceProcess.StartAsync(scene.Config, place.Data);
        Assert.That(Describe(await second.ListIncidentsAsync()), Is.EqualTo(expected));
        Assert.That(scene.Mail.Messages, Has.Count.EqualTo(sent), "a restore sends nothing again");
    }

    [Test]
    public async Task A_backup_that_is_killed_leaves_no_file_that_looks_like_one_and_the_next_one_works()
    {
        await using var scene = await Scene.SetAsync();
        await using var place = new Place();
        await using var service = await scene.StartServiceAsync();
        var graves = Enumerable.Range(0, 8).Select(n => Publish(scene, n)).ToList();
        await Conservation.UntilToldAsync(service, scene, graves, TimeSpan.FromSeconds(60));
        for (var kill = 0; kill < 4; kill++)
        {
            await using var victim = ServiceProcess.Launch("backup", place.Backup, "--config", scene.Config, "--data", scene.Data);
            await Task.Delay(TimeSpan.FromMilliseconds(250 * (kill + 1)), TimeProvider.System);
            await victim.KillAsync();
            if (File.Exists(place.Backup))
            {
                // It was finished before the kill: then it is whole.
                File.Move(place.Backup, place.Backup + kill);
                Assert.That((await ServiceProcess.RunAsync(null, "restore", place.Backup + kill, "--config", scene.Config, "--data", place.Data + kill)).ExitCode, Is.Zero);
            }
        }

        var backup = await RunAsync("backup", place.Backup, scene);

        Assert.That(backup.ExitCode, Is.Zero, backup.Errors);
        Assert.That(Directory.Exists(place.Backup + ".partial"), Is.False);
        Assert.That(Directory.EnumerateFiles(scene.Data).Select(Path.GetFileName), Does.Not.Contain(".copying"));
        Assert.That(await service.IsReadyAsync());
    }

    [Test]
    public async Task Wrong_use_gives_two_and_a_damaged_file_one_and_both_leave_everything_as_it_was()
    {
        await using var scene = await Scene.SetAsync();
        await using var place = new Place();
        await using var service = await scene.StartServiceAsync();
        var inside = await RunAsync("backup", Path.Combine(scene.Data, "b"), scene);
        Directory.CreateSymbolicLink(Path.Combine(place.Folder, "link"), scene.Data);
        var linked = await RunAsync("backup", Path.Combine(place.Folder, "link", "b"), scene);
        var good = await RunAsync("backup", place.Backup, scene);
        var exists = await RunAsync("backup", place.Backup, scene);
        var notEmpty = await ServiceProcess.RunAsync(null, "restore", place.Backup, "--config", scene.Config, "--data", scene.Data);
        var bytes = await File.ReadAllBytesAsync(place.Backup);
        await File.WriteAllBytesAsync(place.Backup, bytes[..(bytes.Length / 2)]);
        var cut = await ServiceProcess.RunAsync(null, "restore", place.Backup, "--config", scene.Config, "--data", place.Data);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(place.Backup, bytes);
        var changed = await ServiceProcess.RunAsync(null, "restore", place.Backup, "--config", scene.Config, "--data", place.Data);

        Assert.Multiple(() =>
        {
            Assert.That(good.ExitCode, Is.Zero, good.Errors);
            Assert.That(new[] { inside, linked, exists, notEmpty }.Select(run => run.ExitCode), Is.All.EqualTo(2));
            Assert.That(new[] { cut, changed }.Select(run => run.ExitCode), Is.All.EqualTo(1));
            Assert.That(cut.Errors, Does.StartWith("opinionwatch: ").And.Contain(place.Backup).And.Contain("字节"));
            Assert.That(Directory.Exists(place.Data), Is.False);
        });
    }

    private static async Task LoadAsync(Scene scene, CancellationToken stop)
    {
        for (var n = 20; !stop.IsCancellationRequested && n < Posts.MatterCount; n++)
        {
            Publish(scene, n);
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, CancellationToken.None);
        }
    }

    private static string Publish(Scene scene, int n)
    {
        var site = scene.Sites[n % scene.Sites.Count];
        var post = Posts.Relevant(n);
        site.Publish(post);
        return site.AddressOf(post).AbsoluteUri;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string command, string file, Scene scene) =>
        ServiceProcess.RunAsync(null, command, file, "--config", scene.Config, "--data", scene.Data);

    private static string IdOf(JsonNode incident) => incident["id"]!.GetValue<string>();

    private static string Describe(IEnumerable<JsonNode> incidents) => string.Join('\n', incidents.Select(incident => incident.ToJsonString()));

    private sealed class Place : IAsyncDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("opinionwatch-backup-");

        public string Folder => _root.FullName;

        public string Backup => Path.Combine(Folder, "backup.owb");

        public string Config => Path.Combine(Folder, "config");

        public string Data => Path.Combine(Folder, "data");

        public ValueTask DisposeAsync()
        {
            _root.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
