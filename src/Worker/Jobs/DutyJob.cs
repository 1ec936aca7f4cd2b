using OpinionWatch.Worker.Duty;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Tells the office of faults of roster and channels when the day's instant has passed and it was not told yet.</summary>
[DisallowConcurrentExecution]
internal sealed class DutyJob(DutyTelling telling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await telling.TellIfDueAsync(cancellationToken);
}
