using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Accounts;

/// <summary>Writes into the audit chain what becomes of accounts, whoever changes the file: the console, or the command beside the service.</summary>
/// <remarks>What changes while the service is down is seen by nobody and stands in the file alone.</remarks>
internal sealed class AccountAudit(IAccountStore store, IAuditLog audit, TimeProvider time, ILogger<AccountAudit> log) : RestartingService(time, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private IReadOnlyList<Account>? _known;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        _known ??= store.Current.Accounts;
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = store.Current.Accounts;
            if (!ReferenceEquals(now, _known))
            {
                foreach (var (act, why) in AccountChanges.Between(_known, now))
                {
                    await audit.WriteAsync(new AuditEntry(Time.GetUtcNow(), IncidentChange.System, act, why), stoppingToken);
                }

                _known = now;
            }

            await Task.Delay(Pause, Time, stoppingToken);
        }
    }
}
