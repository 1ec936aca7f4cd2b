using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>What must hold after any disaster: nothing lost, somebody always reached, every lateness said, no id doubled, a whole journal.</summary>
internal sealed class Reckoning(Town town)
{
    /// <summary>Longest silence about a critical matter nobody answers for: the repetition, the limit per person, and some ticks.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(43);

    private static readonly TimeSpan FirstWithin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(1);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _dark = [];
    private List<Incident> _incidents = [];
    private List<Delivery> _deliveries = [];

    /// <summary>What being down and coming up again adds.</summary>
    public TimeSpan Slack { get; set; }

    /// <summary>Messages that came more than once: allowed for what was in hand when the process died.</summary>
    public int Repeats { get; private set; }

    public int Alerts => _deliveries.Count;

    /// <summary>Nobody could be told anything, or nothing could be decided, in this span; what comes behind it counts.</summary>
    public Reckoning DarkFrom(TimeSpan from, TimeSpan to)
    {
        _dark.Add((Town.Start + from, Town.Start + to));
        return this;
    }

    /// <summary>Checks everything.</summary>
    /// <param name="clockIsTrue">The machine's clock never lied, so that lateness can be told from it.</param>
    public async Task CheckAsync(bool clockIsTrue = true)
    {
        _incidents = [.. await town.Life.Store.ListIncidentsAsync(DateTimeOffset.MinValue, CancellationToken.None)];
        _deliveries = [];
        foreach (var incident in _incidents)
        {
            _deliveries.AddRange(await town.Life.Store.ListDeliveriesAsync(incident.Id, CancellationToken.None));
        }

        Repeats = town.Messages.GroupBy(message => message.MessageId).Sum(group => group.Count() - 1);
        Assert.Multiple(() =>
        {
            NothingIsLost();
            NoIdIsDoubled();
            SomebodyIsAlwaysReached();
            if (clockIsTrue)
            {
                EveryLatenessIsSaid();
            }

            Assert.That(JournalVerifier.Verify(town.Data, CancellationToken.None).Fault, Is.Null);
        });
    }

    private void NothingIsLost()
    {
        Assert.That(_incidents.SelectMany(incident => incident.Documents).Select(document => document.Id), Is.EquivalentTo(town.Posts.Keys), "each post in exactly one incident");
        foreach (var delivery in _deliveries.Where(delivery => delivery.State is not (DeliveryState.Sent or DeliveryState.Delivered) && !delivery.IsWithdrawn))
        {
            var alert = delivery.Alert;
            Assert.That(
                _deliveries.Any(other => (other.State is DeliveryState.Sent or DeliveryState.Delivered || IsRightlyWithdrawn(other)) && (other.Alert.IncidentId, other.Alert.Contact, other.Alert.Step, other.Alert.DueAt) == (alert.IncidentId, alert.Contact, alert.Step, alert.DueAt)),
                Is.True,
                $"{alert.Id} of {alert.IncidentId} ({delivery.State}, {delivery.Reason}) was told {alert.Contact} by no channel");
        }

        var got = town.Messages.Select(message => message.MessageId).ToHashSet();
        Assert.That(_deliveries.Where(delivery => delivery.State is DeliveryState.Sent or DeliveryState.Delivered).Select(delivery => delivery.MessageId).Distinct(), Is.SubsetOf(got), "what is recorded as sent was taken");
        Assert.That(got, Is.SubsetOf(_deliveries.SelectMany(delivery => new[] { delivery.MessageId, delivery.Alert.MessageId }).ToHashSet()), "what was taken is recorded");
    }

    /// <summary>It was taken back, and somebody has indeed acknowledged or ended the matter: by then nobody need be told by the other channel either.</summary>
    private bool IsRightlyWithdrawn(Delivery delivery) =>
        delivery.IsWithdrawn && _incidents.Exists(incident => incident.Id == delivery.Alert.IncidentId && (incident.AcknowledgedAt is not null || !incident.IsLive));

    private void NoIdIsDoubled()
    {
        Assert.That(_deliveries.Select(delivery => delivery.Alert.Id), Is.Unique);
        Assert.That(_deliveries.Select(delivery => delivery.Alert.MessageId), Is.Unique);
        Assert.That(_deliveries.Select(d => (d.Alert.IncidentId, d.Alert.Step, d.Alert.DueAt, d.Alert.Contact, d.Alert.Channel)), Is.Unique, "no step is told twice");
    }

    private void SomebodyIsAlwaysReached()
    {
        var told = town.Messages
            .SelectMany(message => _deliveries.Where(d => d.MessageId == message.MessageId || d.Alert.MessageId == message.MessageId).Select(d => (d.Alert.IncidentId, message.At)))
            .ToLookup(pair => pair.IncidentId, pair => pair.At);
        foreach (var incident in _incidents)
        {
            var (published, answered) = town.Posts[incident.Documents[0].Id];
            var first = told[incident.Id].DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            Assert.That(Dim(published, first), Is.LessThanOrEqualTo(FirstWithin + Slack), $"{incident.Id} of {published:g} was first told at {first:g}");
            if (incident.Level == Level.Critical)
            {
                var end = answered ?? town.Now;
                var heard = told[incident.Id].Where(at => at < end).Append(end).Order().ToList();
                foreach (var (one, next) in heard.Zip(heard.Skip(1)))
                {
                    Assert.That(Dim(one, next), Is.LessThanOrEqualTo(LongestSilence + Slack), $"{incident.Id}: silence from {one:g} to {next:g}");
                }
            }
        }
    }

    private void EveryLatenessIsSaid()
    {
        foreach (var message in town.Messages)
        {
            var due = _deliveries.Where(d => d.MessageId == message.MessageId || d.Alert.MessageId == message.MessageId).Min(d => d.Alert.DueAt);
            var delay = message.Clock - due;
            if (delay > LateAfter + Town.Tick)
            {
                Assert.That(message.Text.Contains("【补发】", StringComparison.Ordinal), Is.True, $"{message.MessageId} ({message.Channel}) came {delay} late at {message.At:g} and does not say so");
            }
            else if (delay <= LateAfter && !message.MessageId.StartsWith("bundle", StringComparison.Ordinal))
            {
                Assert.That(message.Text.Contains("【补发】", StringComparison.Ordinal), Is.False, $"{message.MessageId} ({message.Channel}) came in time at {message.At:g} and says it is late");
            }
        }
    }

    /// <summary>Time between two instants, dark spans left out.</summary>
    private TimeSpan Dim(DateTimeOffset from, DateTimeOffset to) => _dark.Aggregate(to - from, (left, dark) =>
    {
        var overlap = (to < dark.To ? to : dark.To) - (from > dark.From ? from : dark.From);
        return overlap > TimeSpan.Zero ? left - overlap : left;
    });
}
