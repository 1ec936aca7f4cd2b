using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Drill;

/// <summary>Registers drills.</summary>
internal static class DrillServices
{
    public static void AddDrills(IServiceCollection services)
    {
        services.AddSingleton<DrillBook>();
        services.AddSingleton<DrillPath>();
        services.AddSingleton<ICurrent<CrawlingOptions>>(provider => provider.GetRequiredService<DrillBook>());
        services.AddSingleton<SelfAlarmDesk>();
        services.AddSingleton<DrillDesk>();
        services.AddHostedService<DrillService>();
    }
}
