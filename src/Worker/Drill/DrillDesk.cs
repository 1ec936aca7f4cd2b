using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Demo;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Drill;

/// <summary>Carries out drills (演习), one at a time: publishes a canary on a page of its own, follows it to the person's channels, and alarms when it is late or lost.</summary>
internal sealed class DrillDesk(
    DrillBook book, IncidentDesk desk, IOutbox outbox, IAuditLog audit, SelfAlarmDesk alarms, ConfigurationInForce configuration, TimeProvider time, ILogger<DrillDesk> log) : IDisposable
{
    /// <summary>The act in the audit trail.</summary>
    public const string Act = "drill";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);
    private const string BegunAct = "drillBegun";

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Runs one drill.</summary>
    /// <param name="to">Id of the contact.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="progress">Told of each stage.</param>
    /// <param name="cancellationToken">Ends it; it is then recorded as broken off at the next start.</param>
    /// <returns>What became of it; null when there is no such contact.</returns>
    public async Task<DrillReport?> RunAsync(string to, string by, Action<DrillReport>? progress, CancellationToken cancellationToken)
    {
        if (configuration.Current.Contacts.Contacts.FirstOrDefault(c => c.Id == to) is not { } contact)
        {
            return null;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"drill-{time.GetUtcNow().UtcDateTime:yyyyMMddHHmmssfff}");
            var run = new DrillRun(id, contact, by, time);
            log.DrillBegins(id, to, by);
            await audit.WriteAsync(Entry(BegunAct, run.Report), CancellationToken.None);
            var report = await CarryOutSafelyAsync(run, progress, cancellationToken);
            await EndAsync(report);
            progress?.Invoke(report);
            return report;
        }
        finally
        {
            book.End();
            _one.Release();
        }
    }

    /// <summary>Ends the drill that a stop or a kill broke off, if one did, and alarms: its canary is lost.</summary>
    public async Task EndBrokenOffAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(BegunAct, cancellationToken) is { } begun && (await FindAsync(Act, cancellationToken))?.Id != begun.Id)
            {
                await EndAsync(begun with { State = DrillState.Lost, Why = "演习中途服务停止，没有跟踪到底" });
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a drill: whatever it meets, its canary is lost, and that is told.")]
    private async Task<DrillReport> CarryOutSafelyAsync(DrillRun run, Action<DrillReport>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await CarryOutAsync(run, progress, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.DrillBroke(fault, run.Id);
            return run.End(DrillState.Lost, $"演习没有进行下去（{fault.GetType().Name}），原因见日志");
        }
    }

    private async Task<DrillReport?> FindAsync(string act, CancellationToken cancellationToken)
    {
        try
        {
            return await audit.FindLastAsync(act, cancellationToken) is { Why: { } why } ? JsonSerializer.Deserialize<DrillReport>(why, ContractJson.Options) : null;
        }
        catch (JsonException)
        {
            // Of another version: whatever became of that drill, it is none of this one's.
            return null;
        }
    }

    private AuditEntry Entry(string act, DrillReport report) => new(time.GetUtcNow(), report.By, act, JsonSerializer.Serialize(report, ContractJson.Options));

    private async Task<DrillReport> CarryOutAsync(DrillRun run, Action<DrillReport>? progress, CancellationToken cancellationToken)
    {
        var ways = SelfAlarms.WaysTo(run.Contact, configuration.Current);
        if (ways.Count == 0)
        {
            return run.End(DrillState.Lost, $"{run.Contact.Name} 没有可用的联系方式");
        }

        var within = configuration.Current.Drill.Within;
        await using var site = await SampleSite.StartAsync(SampleKind.Feed, "演习", "utf-8", cancellationToken);
        site.Publish(DrillPost.Of(configuration.Current.Area.Name, time.GetUtcNow()));
        var started = time.GetTimestamp();
        run.Note(DrillStages.Published);
        book.Begin(run, site.Start);
        var told = 0;
        IReadOnlyList<Delivery> deliveries = [];
        var longest = within + (within < Grace ? within : Grace);
        while (time.GetElapsedTime(started) < longest && run.LostWhy is null)
        {
            deliveries = await outbox.ListDeliveriesAsync(run.Id, cancellationToken);
            foreach (var sent in deliveries.Where(d => d.SentAt is not null))
            {
                run.Note(DrillStages.Sent(sent.Alert.Channel), sent.SentAt);
            }

            if (run.Report.Stages.Count > told)
            {
                told = run.Report.Stages.Count;
                progress?.Invoke(run.Report);
            }

            if (deliveries.Count > 0 && deliveries.All(d => d.State is DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Dead))
            {
                break;
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        return Judge(run, deliveries, time.GetElapsedTime(started), within);
    }

    private static DrillReport Judge(DrillRun run, IReadOnlyList<Delivery> deliveries, TimeSpan took, TimeSpan within)
    {
        var missing = deliveries.Where(d => d.SentAt is null).ToList();
        if (run.LostWhy is { } why)
        {
            return run.End(DrillState.Lost, why);
        }

        if (deliveries.Count == 0)
        {
            return run.End(DrillState.Lost, $"{Spans.Of(took)}内没有走到立案入库：最后到达的环节是“{run.Report.Stages[^1].Name}”");
        }

        if (missing.Count > 0)
        {
            return run.End(DrillState.Lost, string.Join('；', missing.Select(d => $"没有{DrillStages.Sent(d.Alert.Channel)}：{d.Reason ?? "仍在发件箱中等待"}")));
        }

        return took <= within ? run.End(DrillState.Passed, null) : run.End(DrillState.Late, $"送到用了 {Spans.Of(took)}，限定 {Spans.Of(within)}；用时最长的环节是“{SlowestOf(run.Report)}”");
    }

    private static string SlowestOf(DrillReport report) =>
        report.Stages.Zip(report.Stages.Skip(1)).MaxBy(pair => pair.Second.Seconds - pair.First.Seconds).Second?.Name ?? DrillStages.Published;

    private async Task EndAsync(DrillReport report)
    {
        log.DrillEnds(report.Id, report.State, report.Why ?? "");
        var outcome = report.Why is null ? "演习结束：按时送达" : $"演习结束：{report.Why}";
        await desk.ActAsync(
            report.Id,
            context => new ActOutcome.Done(context.Incident.IsLive ? [new IncidentChange.Closed(outcome) { IncidentId = report.Id, At = context.Now }] : []),
            CancellationToken.None);
        await audit.WriteAsync(Entry(Act, report), CancellationToken.None);
        if (report.State != DrillState.Passed)
        {
            await alarms.RaiseAsync(report.Id, DrillTexts.Alarm(report, configuration.Current), CancellationToken.None);
        }
    }
}
