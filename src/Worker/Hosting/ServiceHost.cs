using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Console;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Search;
using OpinionWatch.Console.Status;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Storage;
using OpinionWatch.Storage.Accounts;
using OpinionWatch.Worker.Accounts;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Duty;
using OpinionWatch.Worker.Health;
using OpinionWatch.Worker.Jobs;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Links;
using OpinionWatch.Worker.Observability;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Search;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Wires the service: store, rules, desk, crawler, outbox, clocks and console in one process.</summary>
internal static class ServiceHost
{
    /// <summary>Longest time a stop may take; what is in hand is finished within it, the rest is picked up at the next start.</summary>
    public static TimeSpan ShutdownTimeout { get; } = TimeSpan.FromSeconds(40);

    /// <summary>Builds the application on an open store; starts nothing.</summary>
    public static WebApplication Build(EmbeddedStore store, ConfigurationOrigin origin, ConfigurationReading reading, ILoggerFactory logs)
    {
        var current = reading.Configuration!;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. current.Console.Listen]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        var certificate = current.Console.Certificate is { } file ? new ServerCertificate(file, current.Console.CertificatePassword, TimeProvider.System, logs.CreateLogger<ServerCertificate>()) : null;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            if (certificate is not null)
            {
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificate.Current);
            }
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => logs);
        builder.Services.AddSystemd();
        ApiDescription.Add(builder.Services);
        builder.Services.AddWindowsService(service => service.ServiceName = "OpinionWatch");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(TimeProvider.System).AddEmbeddedStore(store);
        builder.Services.AddWatchConfiguration(origin, reading);
        builder.Services.AddHostedService<ConfigurationKeeper>();
        builder.Services.AddSingleton(_ => AcknowledgeKey.Open(current.DataFolder, logs.CreateLogger(nameof(AcknowledgeKey))));
        AddParts(builder.Services);
        builder.Services.AddConsole(Path.Combine(current.DataFolder, "keys"));
        builder.Services.AddSingleton(_ => new AccountFile(current.DataFolder, TimeProvider.System));
        builder.Services.AddSingleton<IAccountStore, AccountStore>();
        builder.Services.AddHostedService<AccountAudit>();
        ScheduleServices.AddSchedules(builder.Services);
        MetricsExport.AddMetrics(builder.Services, store);

        var web = builder.Build();
        web.UseExceptionHandler();
        web.UseStatusCodePages();
        web.UseConsole();
        MetricsExport.Map(web);
        ApiDescription.Map(web);
        web.MapConsole();
        return web;
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddCrawling();
        services.AddAlerts();
        services.AddSingleton<RulesInForce>();
        services.AddSingleton<ICurrent<RuleEngine>>(provider => provider.GetRequiredService<RulesInForce>());
        services.AddSingleton<IPageReader, PageReader>();
        services.AddSingleton<IncidentTime>();
        services.AddSingleton<IAlertContext, AlertContext>();
        services.AddSingleton<FailedDocuments>();
        services.AddSingleton<FailureRecord>();
        services.AddSingleton<FailedRetry>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<Judge>();
        services.AddSingleton<PostPipeline>();
        services.AddSingleton<IPageSink, WatchedSink>();
        services.AddSingleton<IIntake>(provider => provider.GetRequiredService<PostPipeline>());
        services.AddSingleton<IIncidentBoard, IncidentBoard>();
        services.AddSingleton<DigestWriter>();
        services.AddSingleton<AnchorBook>();
        services.AddSingleton<DailyDigest>();
        services.AddSingleton<DutyWatch>();
        services.AddSingleton<IHealthCheck>(provider => provider.GetRequiredService<DutyWatch>());
        services.AddSingleton<DutyTelling>();
        services.AddSingleton<IServiceStatus, ServiceStatus>();
        services.AddSingleton<IHealthCheck, StorageCheck>();
        services.AddSingleton<IHealthCheck, SourcesCheck>();
        services.AddSingleton<IHealthCheck, ChannelsCheck>();
        services.AddSingleton<IHealthCheck, DocumentsCheck>();
        services.AddSingleton<IHealthCheck, AccountsCheck>();
        services.AddSingleton<IAcknowledger, SmsAcknowledger>();
        LedgerServices.AddLedger(services);
        WatchingServices.AddWatching(services);
        DrillServices.AddDrills(services);
        services.AddHostedService<Dispatching>();
        services.AddHostedService<ReceiptWatching>();
        services.AddHostedService<FailedRetrying>();
        services.AddHostedService<CrawlLoop>();
        services.AddHostedService<StorageGuard>();
        services.AddSingleton<SearchFeed>();
        services.AddSingleton<IDocumentSearch>(provider => provider.GetRequiredService<SearchFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<SearchFeed>());
    }
}
