using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Keeps one Quartz trigger a site, following the configuration in force.</summary>
internal sealed class SiteSchedule(ISchedulerFactory schedulers, ConfigurationInForce configuration, Crawler crawler, TimeProvider time, ILogger<SiteSchedule> log) : RestartingService(time, log)
{
    private const string Group = "sites";
    private static readonly JobKey Job = new("visit", Group);

    private readonly Dictionary<string, TimeSpan> _scheduled = [];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.AddJob(JobBuilder.Create<SiteVisitJob>().WithIdentity(Job).StoreDurably().Build(), new AddJobOptions { Replace = true }, stoppingToken);
        using var changes = new ConfigurationChanges(configuration);
        do
        {
            await FollowAsync(scheduler, stoppingToken);
        }
        while (await changes.WaitAsync(stoppingToken));
    }

    private async Task FollowAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var wanted = configuration.Current.Crawling.Sources.Where(s => s.Enabled).ToDictionary(s => s.Id, s => s);
        foreach (var gone in _scheduled.Where(pair => !wanted.TryGetValue(pair.Key, out var source) || source.Every != pair.Value).Select(pair => pair.Key).ToList())
        {
            await scheduler.UnscheduleJob(new TriggerKey(gone, Group), cancellationToken);
            _scheduled.Remove(gone);
        }

        var lastVisits = crawler.Health().ToDictionary(h => h.Id, h => h.LastVisitAt);
        foreach (var source in wanted.Values.Where(s => !_scheduled.ContainsKey(s.Id)))
        {
            await scheduler.ScheduleTrigger(TriggerFor(source, lastVisits.GetValueOrDefault(source.Id)), TriggerConflict.Replace, cancellationToken);
            _scheduled[source.Id] = source.Every;
        }
    }

    private ITrigger TriggerFor(Source source, DateTimeOffset? lastVisit)
    {
        // After a restart a site is not visited before its interval has passed.
        var now = Time.GetUtcNow();
        var first = lastVisit is { } at && at + source.Every > now && at <= now ? at + source.Every : now;
        return TriggerBuilder.Create()
            .WithIdentity(source.Id, Group)
            .ForJob(Job)
            .UsingJobData(SiteVisitJob.Site, source.Id)
            .StartAt(first)
            .WithSimpleSchedule(schedule => schedule.WithInterval(source.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
            .Build();
    }
}
