using OpinionWatch.Worker.Pipeline;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Sends the daily digest when its instant has passed and it was not sent yet.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(DailyDigest digest) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await digest.SendIfDueAsync(cancellationToken);
}
