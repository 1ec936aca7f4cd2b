namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The watchdog as a process of its own beside the real service.</summary>
[NonParallelizable]
public sealed class WatchdogTests
{
    [Test]
    public async Task A_killed_service_is_told_by_the_watchdog_within_its_limit_and_its_return_once()
    {
        await using var scene = await Scene.SetAsync();
        await using var watchdog = ServiceProcess.Launch("watchdog", "--after", "20s", "--config", scene.Config, "--data", scene.Data);
        await using (var victim = await scene.StartServiceAsync())
        {
            await victim.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(scene.Data, "heartbeat.json"))), TimeSpan.FromSeconds(15), "the heart to beat");
            await victim.KillAsync();
        }

        await watchdog.UntilAsync(() => Task.FromResult(Subjects(scene).Count > 0), TimeSpan.FromSeconds(40), "the watchdog's mail");
        Assert.That(Subjects(scene).Distinct(), Is.EqualTo(new[] { "【系统告警】舆情监测服务没有运行" }));

        await using var service = await scene.StartServiceAsync();
        await watchdog.UntilAsync(() => Task.FromResult(Subjects(scene).Any(s => s.StartsWith("【系统恢复】", StringComparison.Ordinal))), TimeSpan.FromSeconds(40), "the watchdog's second mail");
        await watchdog.UntilAsync(() => Task.FromResult(Subjects(scene).Count >= 4), TimeSpan.FromSeconds(10), "everybody's mail");

        Assert.That(Subjects(scene), Has.Count.EqualTo(4), "Two people, trouble and recovery.");
    }

    private static List<string> Subjects(Scene scene) => [.. scene.Mail.Messages.Select(m => m.Subject ?? "").Where(s => s.StartsWith("【系统", StringComparison.Ordinal))];
}
