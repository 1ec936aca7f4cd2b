using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether messages get out.</summary>
internal sealed class ChannelsCheck(IOutbox outbox, TimeProvider time) : IHealthCheck
{
    /// <summary>A message given up on longer ago stands in the digest; the service is not worse for it today.</summary>
    private static readonly TimeSpan DeadShown = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken) =>
        [.. (await outbox.ListTroubledAsync(cancellationToken))
            .Where(d => !d.IsWithdrawn && (d.State != DeliveryState.Dead || d.FailedAt > time.GetUtcNow() - DeadShown))
            .GroupBy(d => (d.Alert.Channel, Dead: d.State == DeliveryState.Dead))
            .Select(group => Find(group.Key.Channel, group.Key.Dead, [.. group]))];

    private static HealthFinding Find(ChannelKind channel, bool dead, List<Delivery> troubled)
    {
        var name = channel switch { ChannelKind.Email => "邮件", ChannelKind.Sms => "短信", _ => "群机器人" };
        var last = troubled.MaxBy(d => d.FailedAt)!;
        return new HealthFinding(Stops: false, dead
            ? $"{troubled.Count} 条{name}已放弃发送，最近一条的原因：{last.Reason} 请核对联系方式，并改用其他方式通知当事人。"
            : $"{troubled.Count} 条{name}发送失败（自 {troubled.Min(d => d.FailedAt):O} 起）：{last.Reason} 消息已保存，将继续重试。");
    }
}
