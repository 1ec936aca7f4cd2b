using System.Globalization;
using OpinionWatch.Worker.Ledger;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether what was fetched and found in the last day adds up.</summary>
internal sealed class LedgerCheck(LedgerKeeper keeper) : IHealthCheck
{
    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HealthFinding>>(
        [.. keeper.Differences.Select(one => new HealthFinding(Stops: false, string.Create(CultureInfo.InvariantCulture, $"{one.Hour:O} 起一小时的账目不平：{one.Text}。请查看该时段的日志。")))]);
}
