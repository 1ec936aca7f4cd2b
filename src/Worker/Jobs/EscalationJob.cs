using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Watching;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Asks the desk what has fallen due; deadlines are stored instants, this is only the wake-up.</summary>
[DisallowConcurrentExecution]
internal sealed class EscalationJob(IncidentDesk desk, LoopPulse pulse) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await desk.SweepAsync(cancellationToken);
        pulse.Beat();
    }
}
