using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Incidents;

namespace OpinionWatch.Storage;

/// <summary>Registers the store under the ports it fulfils.</summary>
public static class StorageServices
{
    /// <summary>Adds a store that is open already. Whoever opened it closes it, after the host has stopped.</summary>
    public static IServiceCollection AddEmbeddedStore(this IServiceCollection services, EmbeddedStore store) => services
        .AddSingleton(store)
        .AddSingleton<IFrontierStore>(store)
        .AddSingleton<ICoverageStore>(store)
        .AddSingleton<IHostStore>(store)
        .AddSingleton<IEvidenceArchive>(store)
        .AddSingleton<IIncidentStore>(store)
        .AddSingleton<IOutbox>(store)
        .AddSingleton<IReceiptStore>(store)
        .AddSingleton<IAuditLog>(store)
        .AddSingleton<ILedgerStore>(store);
}
