using System.Net;
using System.Text.Json.Nodes;

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
            Assert.That(ClockOf(reported.Body!, "report"), Is.EqualTo("met"));
            Assert.That(closed.Body!["state"]!.GetValue<string>(), Is.EqualTo("closed"));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(nobody.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }

    [Test]
    public async Task A_matter_is_judged_handed_on_and_answered_in_public_in_that_order()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        var post = Posts.Relevant(0);
        scene.Sites[0].Publish(post);
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(post).AbsoluteUri], TimeSpan.FromSeconds(20));
        var root = $"/api/incidents/{(await service.ListIncidentsAsync()).Single()["id"]!.GetValue<string>()}";

        var early = await service.PostAsync($"{root}/assess", """{"kind":"grave","conclusion":"属实","by":"值班员"}""");
        _ = await service.PostAsync($"{root}/acknowledge", """{"by":"值班员"}""");
        var nothing = await service.PostAsync($"{root}/assess", """{"kind":"nosuch","conclusion":"属实","by":"值班员"}""");
        var assessed = await service.PostAsync($"{root}/assess", """{"kind":"grave","conclusion":"属实","by":"值班员"}""");
        _ = await service.PostAsync($"{root}/assign", """{"section":"地质环境科","lead":"李科","people":["王工"],"by":"办公室"}""");
        var handled = await service.PostAsync($"{root}/handle", """{"by":"李科","note":"已到现场"}""");
        _ = await service.PostAsync($"{root}/texts", """{"kind":"statement","text":"情况通报","by":"王工"}""");
        var own = await service.PostAsync($"{root}/texts/statement/approve", """{"by":"王工"}""");
        _ = await service.PostAsync($"{root}/texts/statement/approve", """{"by":"分管局长"}""");
        var published = await service.PostAsync($"{root}/texts/statement/publish", """{"by":"发言人","link":"https://example.gov.cn/1.html"}""");
        var briefed = await service.PostAsync($"{root}/clocks/briefing/meet", """{"by":"发言人"}""");
        var punctuality = await service.GetAsync("/api/punctuality");
        await service.StopAsync();
        await using var restarted = await scene.StartServiceAsync();
        var after = await restarted.GetAsync(root);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { early.Status, nothing.Status, own.Status }, Is.EqualTo(new[] { HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.Conflict }));
            Assert.That(assessed.Body!["state"]!.GetValue<string>(), Is.EqualTo("assessed"));
            Assert.That(handled.Body!["assignment"]!["section"]!.GetValue<string>(), Is.EqualTo("地质环境科"));
            Assert.That(ClockOf(published.Body!, "statement"), Is.EqualTo("met"));
            Assert.That(ClockOf(briefed.Body!, "briefing"), Is.EqualTo("met"));
            Assert.That(punctuality.Body!["items"]!.AsArray().Any(row => row!["clock"]!.GetValue<string>() == "statement" && row["met"]!.GetValue<int>() == 1), Is.True);
            Assert.That(after.Body!["state"]!.GetValue<string>(), Is.EqualTo("handling"), "what was done is there after a restart");
            Assert.That(after.Body!["texts"]![0]!["approvedBy"]!.GetValue<string>(), Is.EqualTo("分管局长"));
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

    private static string ClockOf(JsonNode incident, string name) =>
        incident["clocks"]!.AsArray().Single(clock => clock!["name"]!.GetValue<string>() == name)!["state"]!.GetValue<string>();
}
