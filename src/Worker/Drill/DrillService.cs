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
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    /// <summary>A drill that was missed by more is left out: nobody wants to be drilled at night because the power was back then.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    private const int MostStuck = 1000;

    private readonly DrillMail _mail = new(configuration.Current.DataFolder);
    private DateTimeOffset? _last;
    private DateTimeOffset _cleanedAt;
    private readonly HashSet<string> _stuck = new(StringComparer.Ordinal);

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
            await RunIfAskedAsync(stoppingToken);
            await RunIfDueAsync(stoppingToken);
        }
    }

    /// <summary>Carries out a drill the command asks for. Whatever is wrong with the folder of requests, the weekly drill comes all the same.</summary>
    public async Task RunIfAskedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = Time.GetUtcNow();
            if (now - _cleanedAt > CleanEvery || now < _cleanedAt)
            {
                _cleanedAt = now;
                _stuck.Clear();
                _mail.Clean(now, NoteStuck);
            }

            if (_mail.Take(now, NoteStuck) is var (name, request))
            {
                var report = await desk.RunAsync(request.To, request.By, report => TryTell(name, report), cancellationToken);
                TryTell(name, report ?? new DrillReport { Id = "", To = request.To, By = request.By, State = DrillState.Lost, Why = $"没有联系人 {request.To}" });
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NoteStuck("drill", fault);
        }
    }

    /// <summary>A report nobody can read ends no drill.</summary>
    private void TryTell(string name, DrillReport report)
    {
        try
        {
            _mail.Tell(name, report);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NoteStuck(name, fault);
        }
    }

    /// <summary>Tells of each name once an hour, and not of endless ones.</summary>
    private void NoteStuck(string what, Exception fault)
    {
        if (_stuck.Count < MostStuck && _stuck.Add(what))
        {
            log.DrillMailStuck(fault, what);
        }
    }
}
