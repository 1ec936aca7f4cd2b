using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Health;

namespace OpinionWatch.Worker.Tests.Health;

public sealed class ChannelsCheckTests
{
    [Test]
    public async Task Dead_letters_of_a_day_are_counted_with_the_last_reason_and_the_service_is_degraded()
    {
        var now = TimeProvider.System.GetUtcNow();
        var folder = Directory.CreateTempSubdirectory("opinionwatch-health-").FullName;
        await using (var store = await EmbeddedStore.OpenAsync(folder, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None))
        {
            await store.KeepAsync(new Kept { At = now, Alerts = [Alert("a"), Alert("b"), Alert("old"), Alert("needless"), Alert("waits")] }, CancellationToken.None);
            await store.RecordAsync([Dead("old", now - TimeSpan.FromHours(25), "x"), Dead("a", now - TimeSpan.FromHours(1), "号码无效"), Dead("b", now, "号码在黑名单中"), Dead("needless", now, Delivery.Withdrawn + "：已签收")], CancellationToken.None);
            await store.RecordAsync([new DeliveryChange { AlertId = "waits", At = now, State = DeliveryState.Failed, Attempts = 1, NextAttemptAt = now, Reason = "余额不足" }], CancellationToken.None);

            var findings = await new ChannelsCheck(store, TimeProvider.System).LookAsync(CancellationToken.None);

            Assert.That(findings.Select(f => f.Stops), Is.All.False);
            Assert.That(findings.Select(f => f.Text), Is.EquivalentTo(new[] { findings.First(f => f.Text.Contains("已放弃", StringComparison.Ordinal)).Text, findings.First(f => f.Text.Contains("发送失败", StringComparison.Ordinal)).Text }));
            Assert.That(findings.Select(f => f.Text), Has.Some.StartsWith("2 条短信已放弃发送，最近一条的原因：号码在黑名单中").And.Some.StartsWith("1 条短信发送失败"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Alert Alert(string id) => new()
    {
        Id = id,
        MessageId = $"{id}@x",
        IncidentId = "20261124-0001",
        Level = Level.Major,
        Step = "major/1",
        Contact = "officer",
        Channel = ChannelKind.Sms,
        Address = "13800000000",
        DueAt = DateTimeOffset.UnixEpoch,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Text = "文",
    };

    private static DeliveryChange Dead(string id, DateTimeOffset at, string reason) => new() { AlertId = id, At = at, State = DeliveryState.Dead, Attempts = 1, Reason = reason };
}
