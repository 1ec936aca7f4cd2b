using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Status;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Worker.Health;

namespace OpinionWatch.Worker.Ledger;

/// <summary>Registers the ledger. Before the crawler, so that it stops after it and its last counts are kept.</summary>
internal static class LedgerServices
{
    public static void AddLedger(IServiceCollection services)
    {
        services.AddSingleton<LedgerBook>();
        services.AddSingleton<ICrawlLedger>(provider => provider.GetRequiredService<LedgerBook>());
        services.AddSingleton<LedgerKeeper>();
        services.AddSingleton<ILedgerView, LedgerView>();
        services.AddSingleton<IHealthCheck, LedgerCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerKeeper>());
    }
}
