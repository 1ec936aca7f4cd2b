using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels.Sms;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Takes replies to text messages in: 签收, or the incident's number, from a contact who was told of it acknowledges it.</summary>
/// <remarks>
/// When in doubt nothing is acknowledged: an alert too many wakes somebody, one too few loses the hour. Gateways post a reply again when our answer was lost, and late when
/// they were down: a reply is judged by what its sender had been told, and what waited, when it was sent.
/// </remarks>
public sealed class ReplyDesk(IReceiptStore store, IAlertContext context, IAcknowledger acknowledger, ICurrent<ContactBook> contacts, TimeProvider time, ILogger<ReplyDesk> log) : IDisposable
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ReplyMemory _memory = new(time);

    /// <summary>Takes all replies of a request; one that cannot be taken keeps no other from being taken.</summary>
    /// <returns>How many could not be taken and must come again.</returns>
    public async Task<int> TakeAllAsync(IReadOnlyList<SmsReply> replies, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var reply in replies)
        {
            try
            {
                await TakeAsync(reply, cancellationToken);
            }
#pragma warning disable CA1031 // The edge of the loop over one request's replies: one that fails must not keep the others of its batch from being taken.
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failed++;
                AlertsLog.ReplyFailed(log, exception);
            }
        }

        return failed;
    }

    /// <summary>Takes one reply; what it does is on disk when the task completes. One that was taken before does nothing.</summary>
    public async Task<ReplyOutcome> TakeAsync(SmsReply reply, CancellationToken cancellationToken)
    {
        var outcome = await OnceAsync(reply, cancellationToken);
        AlertsLog.ReplyTaken(log, outcome);
        if (outcome == ReplyOutcome.Unsubscribed)
        {
            AlertsLog.Unsubscribed(log, string.Join(", ", PeopleOf(reply).Select(contact => contact.Id)));
        }

        return outcome;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Takes one after the other, so that a reply posted twice at once is taken once; only what was taken whole is remembered.</summary>
    private async Task<ReplyOutcome> OnceAsync(SmsReply reply, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_memory.Knows(reply))
            {
                return ReplyOutcome.Repeated;
            }

            var outcome = await JudgeAsync(reply, cancellationToken);
            _memory.Note(reply);
            return outcome;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<ReplyOutcome> JudgeAsync(SmsReply reply, CancellationToken cancellationToken)
    {
        var words = ReplyWords.Read(reply.Text);
        if (words.IsUnsubscribing)
        {
            return ReplyOutcome.Unsubscribed;
        }

        if (!words.Acknowledges)
        {
            return ReplyOutcome.Nothing;
        }

        var now = time.GetUtcNow();
        var at = reply.At < now ? reply.At.Value : now;
        var told = await ToldAsync([.. PeopleOf(reply)], at, cancellationToken);
        return told.Count == 0 ? ReplyOutcome.Stranger : await AcknowledgeAsync(told, words, at, cancellationToken);
    }

    private IEnumerable<Contact> PeopleOf(SmsReply reply)
    {
        var phone = PhoneNumbers.International(reply.Phone);
        return contacts.Value.Contacts.Where(contact => contact.Phone is { Length: > 0 } own && PhoneNumbers.International(own) == phone);
    }

    /// <summary>Lists what the people had been told by text message by an instant, the last first, each incident once.</summary>
    private async Task<List<Told>> ToldAsync(List<Contact> people, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var sent = await store.ListHandedOverAsync(time.GetUtcNow() - LookBack, cancellationToken);
        return [.. sent
            .Where(d => d.Alert.Channel == ChannelKind.Sms && d.Alert.IncidentId.Length > 0 && d.SentAt <= at)
            .OrderByDescending(d => d.SentAt)
            .Select(d => (d.Alert.IncidentId, d.SentAt, Contact: people.Find(contact => contact.Id == d.Alert.Contact)))
            .Where(told => told.Contact is not null)
            .Select(told => new Told(told.IncidentId, told.Contact!, told.SentAt!.Value))
            .DistinctBy(told => told.Incident)];
    }

    private async Task<ReplyOutcome> AcknowledgeAsync(List<Told> told, ReplyWords words, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var meant = words.IsYes ? told : [.. told.Where(one => Names(words.Number!, one.Incident))];
        var waited = new List<(Told Told, Incident Incident)>();
        foreach (var one in meant)
        {
            if (await context.FindIncidentAsync(one.Incident, cancellationToken) is { } incident && Waited(incident, at))
            {
                waited.Add((one, incident));
            }
        }

        if (waited.Count != 1)
        {
            return meant.Count > 0 && waited.Count == 0 ? ReplyOutcome.Already : ReplyOutcome.Unclear;
        }

        var (last, found) = waited[0];
        if (last.SentAt < found.LevelSince || IsTorn(words, told, last))
        {
            return ReplyOutcome.Unclear;
        }

        return found is { IsLive: true, AcknowledgedAt: null } && await acknowledger.AcknowledgeAsync(found.Id, last.Contact.Name, "短信回复签收", cancellationToken)
            ? ReplyOutcome.Acknowledged
            : ReplyOutcome.Already;
    }

    /// <summary>Says whether an incident waited for somebody at an instant; what was acknowledged or ended since waited then.</summary>
    private static bool Waited(Incident incident, DateTimeOffset at) =>
        !(incident.AcknowledgedAt <= at) && (incident.IsLive || incident.EndedAt > at);

    /// <summary>Says whether <c>1</c> may mean an incident ending in 1 as well as a yes to another.</summary>
    private static bool IsTorn(ReplyWords words, List<Told> told, Told last) =>
        words is { IsYes: true, Number: { } number } && !Names(number, last.Incident) && told.Exists(one => Names(number, one.Incident));

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

    private readonly record struct Told(string Incident, Contact Contact, DateTimeOffset SentAt);
}
