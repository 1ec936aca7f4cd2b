using System.Net;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>What the world does to the real process: kills, a mail server that is down, a full disk, a bad edit.</summary>
[NonParallelizable]
public sealed class DisasterTests
{
    [TestCase(30)]
    [TestCase(200, Explicit = true, Reason = "Ten minutes.")]
    public async Task Nothing_is_lost_and_no_id_doubled_by_kills(int kills)
    {
        await using var scene = await Scene.SetAsync();
        var random = new Random(20261124);
        var graves = new List<string>();
        var n = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await using var victim = await scene.StartServiceAsync(untilReady: kill % 3 == 0);
            for (var post = 0; post < 3; post++)
            {
                var site = scene.Sites[n % scene.Sites.Count];
                var grave = Posts.Relevant(n++);
                site.Publish(Posts.Ordinary(n));
                site.Publish(grave);
                graves.Add(site.AddressOf(grave).AbsoluteUri);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 700)), TimeProvider.System);
            }

            await victim.KillAsync();
        }

        await using var service = await scene.StartServiceAsync();
        await Conservation.UntilToldAsync(service, scene, graves, TimeSpan.FromSeconds(60 + kills));

        var incidents = await service.ListIncidentsAsync();
        Conservation.Check(scene, incidents);
        await service.StopAsync();
        var verified = await ServiceProcess.RunAsync(null, "verify", "--config", scene.Config, "--data", scene.Data);
        Assert.That(verified.ExitCode, Is.Zero, verified.Output + verified.Errors);
        await TestContext.Out.WriteLineAsync($"{kills} kills, {graves.Count} grave posts, {incidents.Count} incidents, {scene.Mail.Messages.Count} mails under {scene.Mail.Messages.Select(m => m.MessageId).Distinct().Count()} Message-IDs");
    }

    [Test]
    public async Task A_mail_server_that_was_down_gets_every_alert_when_it_is_back()
    {
        await using var scene = await Scene.SetAsync();
        await scene.Mail.StopListeningAsync();
        await using var service = await scene.StartServiceAsync();
        var post = Posts.Relevant(0);
        scene.Sites[0].Publish(post);
        await service.UntilAsync(
            async () => (await service.GetAsync("/health/ready", token: null)) is { Status: HttpStatusCode.OK, Body: { } body } && body["degraded"] is not null,
            TimeSpan.FromSeconds(30),
            "the outage to be told");

        scene.Mail.Listen();

        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(post).AbsoluteUri], TimeSpan.FromSeconds(60));
        Conservation.Check(scene, await service.ListIncidentsAsync());
    }

    [Test]
    public async Task A_bad_edit_changes_nothing_and_is_told_and_a_good_one_is_in_force_within_seconds()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        var sites = Path.Combine(scene.Config, "sites", "town.yaml");
        var good = await File.ReadAllTextAsync(sites);
        var before = (await service.GetAsync("/api/configuration")).Body!["version"]!.GetValue<string>();

        await File.WriteAllTextAsync(sites, good + "- { id: broken, name: 坏, kind: nosuch, start: [\"ftp://x\"] }\n");
        await service.UntilAsync(async () => (await service.GetAsync("/api/configuration")).Body!["faults"]!.AsArray().Count > 0, TimeSpan.FromSeconds(10), "the fault to be told");
        var refused = (await service.GetAsync("/api/configuration")).Body!;
        await File.WriteAllTextAsync(sites, good.Replace("name: 站点0", "name: 改名站点", StringComparison.Ordinal));
        await service.UntilAsync(async () => (await service.GetAsync("/api/configuration")).Body!["version"]!.GetValue<string>() != before, TimeSpan.FromSeconds(5), "the good edit");

        var sources = (await service.GetAsync("/api/sources")).Body!["items"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(refused["version"]!.GetValue<string>(), Is.EqualTo(before));
            Assert.That(refused["faults"]![0]!["line"]!.GetValue<int>(), Is.EqualTo(5));
            Assert.That(sources[0]!["name"]!.GetValue<string>(), Is.EqualTo("改名站点"));
        });
    }

    [Test]
    public async Task A_site_that_is_down_is_told_and_its_posts_are_found_when_it_is_back()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        scene.Sites[0].Down = true;
        await service.UntilAsync(
            async () => (await service.GetAsync("/api/sources")).Body!["items"]![0]!["state"]!.GetValue<string>() == "blind",
            TimeSpan.FromSeconds(60),
            "the site to be told blind");
        var post = Posts.Relevant(0);
        scene.Sites[0].Publish(post);

        scene.Sites[0].Down = false;

        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(post).AbsoluteUri], TimeSpan.FromSeconds(90));
        Assert.That((await service.GetAsync("/api/sources")).Body!["items"]![0]!["state"]!.GetValue<string>(), Is.EqualTo("seeing"));
    }

    [Test]
    [Category("NeedsRoot")]
    public async Task A_full_disk_is_told_fetching_stops_and_goes_on_when_there_is_room()
    {
        await using var scene = await Scene.SetAsync();
        await using var volume = await SmallVolume.MountAsync(megabytes: 24);
        scene.Data = Path.Combine(volume.Folder, "data");
        await using var service = await scene.StartServiceAsync();
        scene.Sites[0].Publish(Posts.Relevant(0));
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(Posts.Relevant(0)).AbsoluteUri], TimeSpan.FromSeconds(20));

        await volume.FillAsync();
        var late = Posts.Relevant(1);
        scene.Sites[1].Publish(late);
        await service.UntilAsync(async () => (await service.GetAsync("/health/ready", token: null)).Status == HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30), "the full disk to be told");
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        var requests = scene.Sites.Sum(s => s.Requests);
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        var meanwhile = scene.Sites.Sum(s => s.Requests) - requests;
        volume.MakeRoom();

        await Conservation.UntilToldAsync(service, scene, [scene.Sites[1].AddressOf(late).AbsoluteUri], TimeSpan.FromSeconds(60));
        Assert.That(meanwhile, Is.Zero, "requests while the disk was full");
        Assert.That(await service.IsReadyAsync(), Is.True);
        Conservation.Check(scene, await service.ListIncidentsAsync());
    }
}
