using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Drill;

/// <summary>Carries out the drills that are asked for by the command, and the weekly one.</summary>
internal sealed class DrillService(DrillDesk desk, ConfigurationInForce configuration, IAuditLog audit, TimeProvider time, ILogger<DrillService> log) : RestartingService(time, log)
{
    private const string DueAct = "drillDue";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A drill that was missed by more is left out: nobody wants to be drilled at night because the power was back then.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    private readonly DrillMail _mail = new(configuration.Current.DataFolder);
    private DateTimeOffset? _last;

    /// <summary>Carries out the weekly drill when its instant has passed and it was not.</summary>
    public async Task RunIfDueAsync(CancellationToken cancellationToken)
    {
        if (configuration.Current.Drill is not { Weekly: { } weekly, To: { } to })
        {
            return;
        }

        var now = Time.GetUtcNow();
        var due = weekly.LastInstant(configuration.Current.TimeZone, now);
        _last ??= await audit.FindLastAsync(DueAct, cancellationToken) is { Why: { } why } && DateTimeOffset.TryParse(why, CultureInfo.InvariantCulture, out var at) ? at : null;
        if (_last is { } last && last >= due && last <= now)
        {
            return;
        }

        // At the very first start the instant before it is only noted. It is noted before the drill: one that is broken off is not begun anew, it is lost, and that is told.
        var isFirst = _last is null;
        await audit.WriteAsync(new AuditEntry(now, IncidentChange.System, DueAct, due.ToString("O", CultureInfo.InvariantCulture)), CancellationToken.None);
        _last = due;
        if (!isFirst && now - due <= Latest)
        {
            await desk.RunAsync(to, IncidentChange.System, progress: null, cancellationToken);
        }
        else if (!isFirst)
        {
            log.DrillMissed(due);
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await desk.EndBrokenOffAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_mail.Take(Time.GetUtcNow()) is var (name, request))
            {
                var report = await desk.RunAsync(request.To, request.By, report => _mail.Tell(name, report), stoppingToken);
                _mail.Tell(name, report ?? new DrillReport { Id = "", To = request.To, By = request.By, State = DrillState.Lost, Why = $"没有联系人 {request.To}" });
            }

            await RunIfDueAsync(stoppingToken);
        }
    }
}
