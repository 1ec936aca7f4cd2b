using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether a watchdog looks at the service.</summary>
internal sealed class WatchdogExamination(string data, TimeProvider time) : IExamination
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public string Name => "看门狗";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var state = new FileInfo(Path.Combine(WatchFiles.WatchdogFolder(data), "state.json"));
        Diagnosis found = state.Exists && (time.GetUtcNow() - new DateTimeOffset(state.LastWriteTimeUtc)).Duration() < Fresh
            ? new(DiagnosisMark.Good, "正在看守服务")
            : new(DiagnosisMark.Warning, "没有在运行：服务停了将没有人知道", "启用 opinionwatch-watchdog.service，或用定时任务运行 opinionwatch watchdog --once。");
        return Task.FromResult<IReadOnlyList<Diagnosis>>([found]);
    }
}
