using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Digest;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Sends the daily digest once for each of its instants, late when the service was down.</summary>
internal sealed class DailyDigest(DigestWriter writer, AnchorBook anchors, IOutbox outbox, IAuditLog audit, OutboxDispatcher dispatcher, ConfigurationInForce configuration, TimeProvider time, ILogger<DailyDigest> log)
{
    private const string Act = "digest";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>Sends it when its instant has passed and it was not sent.</summary>
    /// <remarks>
    /// The messages' ids follow from the instant: dying between keeping them and noting it sends nothing twice.
    /// After days of outage one digest covers all of them; at the very first start nothing is sent for the time before it.
    /// </remarks>
    public async Task SendIfDueAsync(CancellationToken cancellationToken)
    {
        anchors.AppendOncePerDay();
        var current = configuration.Current;
        if (current.Alerts.Digest.Daily is not { } daily)
        {
            return;
        }

        var now = time.GetUtcNow();
        var due = LastInstant(daily, current.TimeZone, now);
        var last = Believed(await LastSentAsync(cancellationToken), daily, current.TimeZone, now);
        if (last >= due)
        {
            return;
        }

        if (last is { } before)
        {
            var from = before > due - Longest ? before : due - Longest;
            var digest = (await writer.BuildAsync(from, due, current, now, cancellationToken)) with { Anchor = anchors.Append()?.ToString() };
            var alerts = DigestAlerts.For(DigestRenderer.Render(digest), due, Recipients.Of(current.Contacts, current.Alerts.Digest.To, now, contact => !string.IsNullOrEmpty(contact.Email)).People, current.Alerts, now);
            await outbox.KeepAsync(new Kept { At = now, Alerts = alerts }, CancellationToken.None);
            log.DigestQueued(due, alerts.Count);
        }

        await audit.WriteAsync(new AuditEntry(now, IncidentChange.System, Act, due.ToString("O", CultureInfo.InvariantCulture)), CancellationToken.None);
        dispatcher.Signal();
    }

    /// <summary>Gives the latest instant at or before <paramref name="now"/> at which the clock in <paramref name="zone"/> showed <paramref name="daily"/>.</summary>
    internal static DateTimeOffset LastInstant(TimeOnly daily, TimeZoneInfo zone, DateTimeOffset now)
    {
        var day = TimeZoneInfo.ConvertTime(now, zone).Date;
        var today = InstantOf(day, daily, zone);
        return today <= now ? today : InstantOf(day.AddDays(-1), daily, zone);
    }

    /// <summary>Gives when something daily was last done. What was done later than now was done while the clock ran ahead: it counts as the time before the latest, or nothing would come until the clock is there.</summary>
    internal static DateTimeOffset? Believed(DateTimeOffset? last, TimeOnly daily, TimeZoneInfo zone, DateTimeOffset now) =>
        last > now ? LastInstant(daily, zone, LastInstant(daily, zone, now).AddTicks(-1)) : last;

    private static DateTimeOffset InstantOf(DateTime day, TimeOnly daily, TimeZoneInfo zone)
    {
        var local = day + daily.ToTimeSpan();
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<DateTimeOffset?> LastSentAsync(CancellationToken cancellationToken) =>
        await audit.FindLastAsync(Act, cancellationToken) is { Why: { } why } && DateTimeOffset.TryParse(why, CultureInfo.InvariantCulture, out var at) ? at : null;
}
