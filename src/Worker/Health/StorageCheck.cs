using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether what is found can be kept.</summary>
internal sealed class StorageCheck(EmbeddedStore store) : IHealthCheck
{
    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HealthFinding>>(
        store.Health is { Fault: { } fault } health
            ? [new HealthFinding(Stops: true, $"数据盘不能写入（自 {health.Since:O} 起）：{fault} 请清理数据文件夹所在的磁盘；恢复后自动继续，已保存的内容不受影响。")]
            : []);
}
