using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Puts an alert that does not get through into the outbox again for the person's other channels, each at most once.</summary>
public sealed class OtherChannel(
    IOutbox outbox,
    IAlertContext context,
    ICurrent<AlertsOptions> options,
    ICurrent<EscalationPolicy> policy,
    ICurrent<ContactBook> contacts,
    TimeProvider time,
    ILogger<OtherChannel> log,
    AcknowledgeTokens? tokens = null)
{
    private static readonly ChannelKind[] ByHaste = [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Webhook];

    /// <summary>Gives the instant from which another channel is tried for a delivery that keeps failing.</summary>
    public DateTimeOffset DueAt(ChannelKind failing, DateTimeOffset failedAt) => failedAt + (failing switch
    {
        ChannelKind.Email => options.Value.Mail?.FallbackAfter,
        ChannelKind.Sms => options.Value.Sms?.FallbackAfter,
        _ => null,
    } ?? TimeSpan.FromMinutes(2));

    /// <summary>Puts the alert in the outbox for another channel, unless there is none or it is there already.</summary>
    /// <returns>True when it was put there now.</returns>
    public async Task<bool> TryAsync(Alert failed, CancellationToken cancellationToken)
    {
        if (failed.IncidentId.Length == 0 || contacts.Value.Contacts.FirstOrDefault(c => c.Id == failed.Contact) is not { } contact)
        {
            return false;
        }

        var known = await outbox.ListDeliveriesAsync(failed.IncidentId, cancellationToken);
        var tried = known.Where(d => d.Alert.Contact == failed.Contact && d.Alert.Step == failed.Step && d.Alert.DueAt == failed.DueAt).ToList();
        if (Next(failed.Channel, contact, tried) is not var (channel, address))
        {
            return false;
        }

        var alert = await WriteAsync(failed, contact, channel, address, cancellationToken);
        await outbox.KeepAsync(new Kept { At = alert.CreatedAt, Alerts = [alert] }, cancellationToken);
        AlertsLog.FellBack(log, failed.Id, failed.Channel, alert.Id, channel);
        return true;
    }

    /// <summary>Gives the next channel to try; null when one is on its way or got through, or when there is none left.</summary>
    private (ChannelKind Channel, string Address)? Next(ChannelKind failed, Contact contact, List<Delivery> tried)
    {
        foreach (var channel in ByHaste.Where(channel => channel != failed && IsConfigured(channel)))
        {
            var before = tried.FindAll(d => d.Alert.Channel == channel);
            if (before.Exists(d => d.State is not (DeliveryState.Failed or DeliveryState.Dead)))
            {
                return null;
            }

            if (before.Count == 0 && AlertRouter.AddressOf(contact, channel) is { } address)
            {
                return (channel, address);
            }
        }

        return null;
    }

    private bool IsConfigured(ChannelKind channel) => channel switch
    {
        ChannelKind.Email => options.Value.Mail is not null,
        ChannelKind.Sms => options.Value.Sms is not null,
        _ => true,
    };

    /// <summary>Writes the alert; its id follows from the failed one's, so that a second try after a kill makes no second alert.</summary>
    private async Task<Alert> WriteAsync(Alert failed, Contact contact, ChannelKind channel, string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var incident = await context.FindIncidentAsync(failed.IncidentId, cancellationToken);
        var lead = incident is null ? TimeSpan.Zero : context.LeadOf(incident);

        // Peace that somebody asked for is no lateness: neither the failed one's nor this one's. It ends by the clock; what is due is due by the incident's time.
        var expected = failed.HeldUntil ?? failed.DueAt - lead;
        var late = failed.Late || now - expected > policy.Value.LateAfter;
        var id = $"{failed.Id}.{channel.ToString().ToLowerInvariant()}";
        var heldUntil = QuietHours.HeldUntil(contacts.Value, contact.Id, failed.Level, now);
        var read = heldUntil ?? now;
        var words = incident is null
            ? new AlertText(failed.Subject, channel == ChannelKind.Sms ? PlainText.OneLine(failed.Subject, SmsText.Most) : failed.Text, null)
            : Words(failed, incident, contact, channel, late, read - (failed.Late ? failed.DueAt - lead : expected), read, lead, isHeld: (heldUntil ?? failed.HeldUntil) is not null);
        return failed with
        {
            Id = id,
            MessageId = MessageIds.Of(id, options.Value),
            Channel = channel,
            Address = address,
            CreatedAt = now,
            HeldUntil = heldUntil ?? failed.HeldUntil,
            Late = late,
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            Parts = words.Parts,
        };
    }

    private AlertText Words(Alert failed, Incident incident, Contact contact, ChannelKind channel, bool late, TimeSpan delay, DateTimeOffset read, TimeSpan lead, bool isHeld)
    {
        var rules = policy.Value;
        var step = rules.Steps.Values.SelectMany(steps => steps).FirstOrDefault(s => s.Key == failed.Step)
            ?? new EscalationStep { Key = failed.Step, After = TimeSpan.Zero, Notify = [contact.Id], By = [channel] };
        return AlertTexts.Render(new AlertOccasion
        {
            Incident = incident,
            Step = step,
            Occurrence = incident.Steps.Find(s => s.DueAt == failed.DueAt)?.Occurrence ?? 0,
            Late = late,
            Delay = delay,
            HeldSince = isHeld ? failed.CreatedAt : null,
            Contact = contact,
            Channel = channel,
            Policy = rules,
            Options = options.Value,
            Tokens = tokens,
            SourceNames = context.SourceNames,
            Now = read,
            Lead = lead,
        });
    }
}
