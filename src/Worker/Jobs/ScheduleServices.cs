using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Sets up Quartz: site visits, the escalation sweep, the digest and the daily look at the roster. Its store is memory: every due time is stored state elsewhere.</summary>
internal static class ScheduleServices
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DigestEvery = TimeSpan.FromSeconds(20);

    public static void AddSchedules(IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(maxConcurrency: 8);
            quartz.ScheduleJob<EscalationJob>(trigger => trigger.WithIdentity("escalation").WithSimpleSchedule(every => every.WithInterval(SweepEvery).RepeatForever()));
            quartz.ScheduleJob<DutyJob>(trigger => trigger.WithIdentity("duty").WithSimpleSchedule(every => every.WithInterval(DigestEvery).RepeatForever()));
            quartz.ScheduleJob<DigestJob>(trigger => trigger.WithIdentity("digest").WithSimpleSchedule(every => every.WithInterval(DigestEvery).RepeatForever()));
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        services.AddHostedService<SiteSchedule>();
        services.AddHostedService<ClockWatch>();
    }
}
