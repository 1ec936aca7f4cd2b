namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The fire drill (演习) on the real process.</summary>
[NonParallelizable]
public sealed class DrillTests
{
    [Test]
    public async Task A_drill_goes_through_the_running_service_to_one_person_and_counts_nowhere()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();

        var drill = await ServiceProcess.RunAsync(null, "drill", "--to", "officer", "--config", scene.Config, "--data", scene.Data);

        Assert.That(drill.ExitCode, Is.Zero, drill.Output + drill.Errors);
        var mail = scene.Mail.Messages.Single();
        var id = System.Text.RegularExpressions.Regex.Match(drill.Output, "drill-[0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var incident = (await service.GetAsync($"/api/incidents/{id}")).Body!;
        await TestContext.Out.WriteLineAsync(drill.Output);
        Assert.Multiple(() =>
        {
            Assert.That(drill.Output, Does.Contain("采集").And.Contain("提取").And.Contain("研判").And.Contain("立案入库").And.Contain("发出邮件").And.Contain("演习通过"));
            Assert.That(mail.Recipients, Is.EqualTo(new[] { "officer@example.gov.cn" }));
            Assert.That(mail.Subject, Does.StartWith("【演习】"));
            Assert.That(mail.Text, Does.Contain("这是一次演习"));
            Assert.That(incident["drill"]!.GetValue<bool>(), Is.True);
            Assert.That(incident["state"]!.GetValue<string>(), Is.EqualTo("closed"));
        });
        Assert.That(await service.ListIncidentsAsync(), Is.Empty);
        Assert.That((await service.GetAsync("/api/sources")).Body!["items"]!.AsArray().Select(s => s!["id"]!.GetValue<string>()), Has.None.EqualTo("_drill"));

        // The real matter of the same words is a matter of its own.
        var real = Posts.Relevant(0);
        scene.Sites[0].Publish(real);
        await Conservation.UntilToldAsync(service, scene, [scene.Sites[0].AddressOf(real).AbsoluteUri], TimeSpan.FromSeconds(30));
        Assert.That(await service.ListIncidentsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_canary_that_does_not_arrive_is_an_alarm_when_the_mail_server_is_back()
    {
        await using var scene = await Scene.SetAsync();
        await File.AppendAllTextAsync(Path.Combine(scene.Config, "opinionwatch.yaml"), "drill: { to: officer, within: 10s }\nwatchdog: { to: [director] }\n");
        await using var service = await scene.StartServiceAsync();
        await scene.Mail.StopListeningAsync();

        var drill = await ServiceProcess.RunAsync(null, "drill", "--to", "officer", "--config", scene.Config, "--data", scene.Data);
        scene.Mail.Listen();

        Assert.That(drill.ExitCode, Is.EqualTo(1), drill.Output + drill.Errors);
        Assert.That(drill.Output, Does.Contain("演习失败：没有发出邮件"));
        await service.UntilAsync(() => Task.FromResult(scene.Mail.Messages.Any(m => m.Subject == "【系统告警】演习预警没有送到" && m.Recipients.Contains("director@example.gov.cn"))), TimeSpan.FromSeconds(60), "the alarm");
    }

    [Test]
    public async Task A_drill_broken_off_by_a_kill_is_an_alarm_after_the_next_start()
    {
        await using var scene = await Scene.SetAsync();
        await File.AppendAllTextAsync(Path.Combine(scene.Config, "opinionwatch.yaml"), "watchdog: { to: [director] }\n");
        await using (var victim = await scene.StartServiceAsync())
        {
            await scene.Mail.StopListeningAsync();
            await using var drill = ServiceProcess.Launch("drill", "--to", "officer", "--config", scene.Config, "--data", scene.Data);
            await drill.UntilAsync(() => Task.FromResult(drill.Output.Contains("立案入库", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), "the canary to be kept");
            await victim.KillAsync();
            await drill.KillAsync();
        }

        scene.Mail.Listen();
        await using var service = await scene.StartServiceAsync();

        await service.UntilAsync(() => Task.FromResult(scene.Mail.Messages.Any(m => m.Subject == "【系统告警】演习预警没有送到" && m.Recipients.Contains("director@example.gov.cn"))), TimeSpan.FromSeconds(60), "the alarm");
        Assert.That(await service.ListIncidentsAsync(), Is.Empty);
    }

    [Test]
    public async Task Without_the_service_the_command_does_it_alone_and_leaves_the_data_folder_alone()
    {
        await using var scene = await Scene.SetAsync();

        var drill = await ServiceProcess.RunAsync(null, "drill", "--to", "director", "--config", scene.Config, "--data", scene.Data);

        Assert.That(drill.ExitCode, Is.Zero, drill.Output + drill.Errors);
        Assert.That(scene.Mail.Messages.Single().Recipients, Is.EqualTo(new[] { "director@example.gov.cn" }));
        Assert.That(Directory.Exists(Path.Combine(scene.Data, "journal")), Is.False);
        Assert.That(scene.Sites.Sum(site => site.Requests), Is.Zero);
    }

    [Test]
    public async Task A_contact_that_is_not_there_is_wrong_use()
    {
        await using var scene = await Scene.SetAsync();

        var drill = await ServiceProcess.RunAsync(null, "drill", "--to", "nobody", "--config", scene.Config, "--data", scene.Data);

        Assert.That(drill.ExitCode, Is.EqualTo(2));
    }
}
