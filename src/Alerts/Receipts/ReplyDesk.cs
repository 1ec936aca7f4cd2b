using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels.Sms;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Takes replies to text messages in: 签收, or the incident's number, from a contact who was told of it acknowledges it.</summary>
/// <remarks>When in doubt nothing is acknowledged: an alert too many wakes somebody, one too few loses the hour.</remarks>
public sealed partial class ReplyDesk(IReceiptStore store, IAlertContext context, IAcknowledger acknowledger, ICurrent<ContactBook> contacts, TimeProvider time, ILogger<ReplyDesk> log)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);
    private static readonly string[] Yes = ["签收", "已签收", "收到", "1", "QS", "OK"];
    private static readonly string[] Unsubscribing = ["TD", "T", "N", "退订", "0000", "00000"];

    /// <summary>Takes one reply; what it does is on disk when the task completes.</summary>
    public async Task<ReplyOutcome> TakeAsync(SmsReply reply, CancellationToken cancellationToken)
    {
        var outcome = await JudgeAsync(reply, cancellationToken);
        AlertsLog.ReplyTaken(log, outcome);
        if (outcome == ReplyOutcome.Unsubscribed)
        {
            AlertsLog.Unsubscribed(log, string.Join(", ", PeopleOf(reply).Select(contact => contact.Id)));
        }

        return outcome;
    }

    [GeneratedRegex(@"(?<!\d)(?:\d{8}-)?\d{1,6}(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Number();

    private async Task<ReplyOutcome> JudgeAsync(SmsReply reply, CancellationToken cancellationToken)
    {
        var text = string.Concat(reply.Text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) || c == '-')).ToUpperInvariant();
        if (Unsubscribing.Contains(text))
        {
            return ReplyOutcome.Unsubscribed;
        }

        var isYes = Yes.Contains(text);
        var number = isYes ? null : Number().Match(text) is { Success: true } match ? match.Value : null;
        if (!isYes && number is null && !text.Contains("签收", StringComparison.Ordinal))
        {
            return ReplyOutcome.Nothing;
        }

        var people = PeopleOf(reply).ToList();
        var told = await ToldAsync(people, cancellationToken);
        if (told.Count == 0)
        {
            return ReplyOutcome.Stranger;
        }

        return await AcknowledgeAsync(told, number, cancellationToken);
    }

    private IEnumerable<Contact> PeopleOf(SmsReply reply)
    {
        var phone = PhoneNumbers.International(reply.Phone);
        return contacts.Value.Contacts.Where(contact => contact.Phone is { Length: > 0 } own && PhoneNumbers.International(own) == phone);
    }

    /// <summary>Lists what the people were told by text message lately, the last first, each incident once.</summary>
    private async Task<List<(string Incident, Contact Contact)>> ToldAsync(List<Contact> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var sent = await store.ListHandedOverAsync(time.GetUtcNow() - LookBack, cancellationToken);
        return [.. sent
            .Where(d => d.Alert.Channel == ChannelKind.Sms && d.Alert.IncidentId.Length > 0 && d.SentAt is not null)
            .OrderByDescending(d => d.SentAt)
            .Select(d => (d.Alert.IncidentId, Contact: people.Find(contact => contact.Id == d.Alert.Contact)))
            .Where(pair => pair.Contact is not null)
            .Select(pair => (pair.IncidentId, pair.Contact!))
            .DistinctBy(pair => pair.IncidentId)];
    }

    private async Task<ReplyOutcome> AcknowledgeAsync(List<(string Incident, Contact Contact)> told, string? number, CancellationToken cancellationToken)
    {
        var waiting = new List<(string Incident, Contact Contact)>();
        var named = told.Where(pair => number is null || Names(number, pair.Incident)).ToList();
        foreach (var pair in named)
        {
            if (await context.FindIncidentAsync(pair.Incident, cancellationToken) is { IsLive: true, AcknowledgedAt: null })
            {
                waiting.Add(pair);
            }
        }

        if (waiting.Count != 1)
        {
            return named.Count > 0 && waiting.Count == 0 ? ReplyOutcome.Already : ReplyOutcome.Unclear;
        }

        var (incident, contact) = waiting[0];
        return await acknowledger.AcknowledgeAsync(incident, contact.Name, "短信回复签收", cancellationToken) ? ReplyOutcome.Acknowledged : ReplyOutcome.Already;
    }

    /// <summary>Says whether a number names an incident: the whole of it, or its last digits, leading noughts or not.</summary>
    private static bool Names(string number, string incident)
    {
        if (number.Contains('-', StringComparison.Ordinal))
        {
            return incident.Equals(number, StringComparison.Ordinal);
        }

        var last = incident[(incident.LastIndexOf('-') + 1)..];
        return last.TrimStart('0') == number.TrimStart('0') && last.TrimStart('0').Length > 0;
    }
}
