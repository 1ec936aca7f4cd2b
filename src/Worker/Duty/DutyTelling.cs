using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Duty;

/// <summary>Tells the office once a day, in daytime, what would keep an alert from reaching anybody.</summary>
internal sealed class DutyTelling(DutyWatch watch, IOutbox outbox, IAuditLog audit, OutboxDispatcher dispatcher, ConfigurationInForce configuration, TimeProvider time, ILogger<DutyTelling> log)
{
    private const string Act = "dutyTold";

    /// <summary>Tells it when its instant has passed and it was not told; at the very first start not for the time before it.</summary>
    /// <remarks>The messages' ids follow from the instant: dying between keeping them and noting it tells nothing twice.</remarks>
    public async Task TellIfDueAsync(CancellationToken cancellationToken)
    {
        var (current, now) = (configuration.Current, time.GetUtcNow());
        var due = DailyDigest.LastInstant(current.Contacts.Duty.TellAt, current.TimeZone, now);
        var last = DailyDigest.Believed(await LastToldAsync(cancellationToken), current.Contacts.Duty.TellAt, current.TimeZone, now);
        if (last >= due)
        {
            return;
        }

        if (last is not null && watch.Look() is { Count: > 0 } faults)
        {
            var alerts = DutyAlerts.For(faults, PeopleOf(current, now), due, current.Alerts, now);
            await outbox.KeepAsync(new Kept { At = now, Alerts = alerts }, CancellationToken.None);
            log.DutyTold(faults.Count, alerts.Count);
        }

        await audit.WriteAsync(new AuditEntry(now, IncidentChange.System, Act, due.ToString("O", CultureInfo.InvariantCulture)), CancellationToken.None);
        dispatcher.Signal();
    }

    /// <summary>Lists whom to tell: those configured, else who gets the digest, else who hears of ordinary incidents, else everybody.</summary>
    internal static IReadOnlyList<Contact> PeopleOf(WatchConfiguration configuration, DateTimeOffset now)
    {
        IReadOnlyList<string> general = configuration.Escalation.Steps.TryGetValue(Level.General, out var steps) ? [.. steps.SelectMany(step => step.Notify)] : [];
        return SelfAlarms.FirstReached(configuration, now, configuration.Contacts.Duty.TellTo, configuration.Alerts.Digest.To, general);
    }

    private async Task<DateTimeOffset?> LastToldAsync(CancellationToken cancellationToken) =>
        await audit.FindLastAsync(Act, cancellationToken) is { Why: { } why } && DateTimeOffset.TryParse(why, CultureInfo.InvariantCulture, out var at) ? at : null;
}
