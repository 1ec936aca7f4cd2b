using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Status;
using OpinionWatch.Model;
using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Observability;

/// <summary>Wires <c>GET /metrics</c>: OpenTelemetry with its Prometheus exporter.</summary>
internal static class MetricsExport
{
    private const string Path = "/metrics";
    private const int MostSites = 20_000;
    private const int MostRows = 500;

    /// <summary>Adds meters, exporter, and the outbox that is watched.</summary>
    public static void AddMetrics(IServiceCollection services, EmbeddedStore store)
    {
        services.AddSingleton<PipelineMeter>();
        services.AddSingleton<StandingMeter>();
        services.AddSingleton<IOutbox>(provider => new MeteredOutbox(store, provider.GetRequiredService<PipelineMeter>()));
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Meters.Name, "System.Runtime")
            .AddView(instrument => new MetricStreamConfiguration { CardinalityLimit = instrument.Name == StandingMeter.SourceSeeing ? MostSites : MostRows })
            .AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 0));
    }

    /// <summary>Maps the address; what stands is looked at before each answer.</summary>
    public static void Map(WebApplication web)
    {
        // The gate stands in the endpoint's own branch: whatever way of writing the address leads to the figures leads through it.
        web.MapPrometheusScrapingEndpoint(Path, meterProvider: null, optionsName: null, configureBranchedPipeline: metrics => metrics
            .UseMetricsGate()
            .Use(async (context, next) =>
            {
                await context.RequestServices.GetRequiredService<StandingMeter>().LookAsync(context.RequestAborted);
                await next(context);
            }));
    }
}
