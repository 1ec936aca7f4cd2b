using System.Net;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>Publication to mail, with the real process and a real SMTP conversation.</summary>
[NonParallelizable]
public sealed class MainJobTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    [Test]
    public async Task Every_grave_post_becomes_a_mail_within_its_interval_and_no_other_does()
    {
        await using var scene = await Scene.SetAsync("5s");
        await using var service = await scene.StartServiceAsync();
        var published = new Dictionary<string, DateTimeOffset>();

        for (var n = 0; n < 24; n++)
        {
            var site = scene.Sites[n % scene.Sites.Count];
            var (grave, ordinary) = (Posts.Relevant(n), Posts.Ordinary(n));
            site.Publish(ordinary);
            site.Publish(grave);
            published[site.AddressOf(grave).AbsoluteUri] = grave.PublishedAt;
            await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System);
        }

        await Conservation.UntilToldAsync(service, scene, [.. published.Keys], TimeSpan.FromSeconds(30));

        var incidents = await service.ListIncidentsAsync();
        var latencies = Conservation.Latencies(scene, incidents, published).Order().ToList();
        await TestContext.Out.WriteLineAsync($"publication to mail accepted, every 5 s, {latencies.Count} posts on 4 sites: p50 {latencies[latencies.Count / 2].TotalSeconds:0.00} s, p95 {latencies[latencies.Count * 95 / 100].TotalSeconds:0.00} s, max {latencies[^1].TotalSeconds:0.00} s");
        Assert.That(incidents.SelectMany(i => i["documents"]!.AsArray()).Select(d => d!["url"]!.GetValue<string>()), Is.EquivalentTo(published.Keys));
        Assert.That(latencies[latencies.Count * 95 / 100], Is.LessThanOrEqualTo(Every + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task A_reprint_joins_its_incident_and_sends_nothing()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        var post = Posts.Relevant(0);
        scene.Sites[2].Publish(post);
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[2].AddressOf(post).AbsoluteUri], TimeSpan.FromSeconds(20));
        var mails = scene.Mail.Messages.Count;

        scene.Sites[0].Publish(post with { Text = post.Text + "\n（来源：示例论坛）", PublishedAt = TimeProvider.System.GetUtcNow() });

        await service.UntilAsync(async () => (await service.ListIncidentsAsync()).Exists(i => i["documents"]!.AsArray().Count == 2), TimeSpan.FromSeconds(20), "the reprint to join");
        var incident = (await service.ListIncidentsAsync()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(incident["reprints"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(incident["sources"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(scene.Mail.Messages, Has.Count.EqualTo(mails));
        });
    }

    [Test]
    public async Task A_named_person_acknowledges_reports_and_closes()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        var post = Posts.Relevant(0);
        scene.Sites[0].Publish(post);
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(post).AbsoluteUri], TimeSpan.FromSeconds(20));
        var id = (await service.ListIncidentsAsync()).Single()["id"]!.GetValue<string>();

        var acknowledged = await service.PostAsync($"/api/incidents/{id}/acknowledge", """{"by":"值班员","note":"已知悉"}""");
        var reported = await service.PostAsync($"/api/incidents/{id}/reports", """{"to":"市政府总值班室","by":"办公室","reference":"〔2026〕1号"}""");
        var closed = await service.PostAsync($"/api/incidents/{id}/close", """{"by":"办公室","outcome":"已办结"}""");
        var again = await service.PostAsync($"/api/incidents/{id}/close", """{"by":"办公室","outcome":"再办结"}""");
        var nobody = await service.PostAsync($"/api/incidents/{id}/acknowledge", """{"note":"没有名字"}""");
        var stranger = await service.GetAsync("/api/incidents", token: "wrong");

        Assert.Multiple(() =>
        {
            Assert.That(acknowledged.Body!["state"]!.GetValue<string>(), Is.EqualTo("acknowledged"));
            Assert.That(reported.Body!["clocks"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == "report")!["state"]!.GetValue<string>(), Is.EqualTo("met"));
            Assert.That(closed.Body!["state"]!.GetValue<string>(), Is.EqualTo("closed"));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(nobody.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }

    [Test]
    public async Task What_a_member_of_staff_reports_takes_the_same_way()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();

        var answer = await service.PostAsync("/api/documents", """{"title":"电视曝光桃江县马迹塘镇非法采矿致两人死亡","text":"今晚电视节目曝光，桃江县马迹塘镇一处非法采矿点发生坍塌，造成两人死亡，当地村民多次举报无人处理。"}""");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Accepted));
        await service.UntilAsync(() => Task.FromResult(scene.Mail.Messages.Count > 0), TimeSpan.FromSeconds(10), "the mail");
        Assert.That(scene.Mail.Messages[0].Header("X-OpinionWatch-Level"), Is.EqualTo("critical"));
    }

    [Test]
    public async Task It_stops_cleanly_when_asked_and_its_chain_verifies()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        scene.Sites[0].Publish(Posts.Relevant(0));
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(Posts.Relevant(0)).AbsoluteUri], TimeSpan.FromSeconds(20));

        var exit = await service.StopAsync();
        var verified = await ServiceProcess.RunAsync(null, "verify", "--config", scene.Config, "--data", scene.Data);

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero, service.Errors);
            Assert.That(verified.ExitCode, Is.Zero, verified.Output + verified.Errors);
        });
    }
}
