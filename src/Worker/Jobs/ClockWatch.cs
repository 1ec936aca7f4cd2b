using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Pipeline;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Notices that the machine's clock was set, and lets everything that waits for an instant look anew: Quartz's next instants are absolute, and a clock set back would silence them for as long.</summary>
internal sealed class ClockWatch(ISchedulerFactory schedulers, IncidentDesk desk, OutboxDispatcher dispatcher, TimeProvider time, ILogger<ClockWatch> log) : RestartingService(time, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        using var timer = new PeriodicTimer(Pause, Time);
        var (wall, ticks) = (Time.GetUtcNow(), Time.GetTimestamp());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var (wallNow, ticksNow) = (Time.GetUtcNow(), Time.GetTimestamp());
            var jump = wallNow - wall - Time.GetElapsedTime(ticks, ticksNow);
            (wall, ticks) = (wallNow, ticksNow);
            if (jump.Duration() > Noticed)
            {
                log.ClockSet(jump);
                dispatcher.ClockSet();
                await desk.RearmAsync(stoppingToken);
                await StartAnewAsync(scheduler, wallNow, stoppingToken);
            }
        }
    }

    private static async Task StartAnewAsync(IScheduler scheduler, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken))
        {
            if (await scheduler.GetTrigger(key, cancellationToken) is { } trigger)
            {
                await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartAt(now).Build(), cancellationToken);
            }
        }
    }
}
