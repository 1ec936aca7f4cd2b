using OpinionWatch.Crawling;
using Quartz;

namespace OpinionWatch.Worker.Jobs;

/// <summary>Says that a site's visit is due; the crawler does it when politeness lets it.</summary>
internal sealed class SiteVisitJob(Crawler crawler) : IJob
{
    /// <summary>Key of the site's id in the trigger's data.</summary>
    public const string Site = "site";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        crawler.MarkDue(context.MergedJobDataMap.GetString(Site)!);
        return ValueTask.CompletedTask;
    }
}
