using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>Deliveries not done with, and when messages went out lately.</summary>
internal sealed class Outgoing
{
    /// <summary>How far back handing over is remembered for the limit per person.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(2);

    private readonly Dictionary<string, Delivery> _pending = [];
    private readonly Dictionary<string, SentWindow> _sent = [];

    /// <summary>Takes over what stood in the view at start.</summary>
    /// <remarks>What was being sent when the process died may or may not have arrived: it is due at once, under the same Message-ID.</remarks>
    public void Load(IEnumerable<Delivery> pending, IEnumerable<Delivery> sent, DateTimeOffset now)
    {
        foreach (var delivery in pending)
        {
            _pending[delivery.Alert.Id] = delivery.State == DeliveryState.Sending ? delivery with { NextAttemptAt = now } : delivery;
        }

        foreach (var delivery in sent.OrderBy(delivery => delivery.SentAt))
        {
            AddSent(delivery);
        }
    }

    /// <summary>Puts the newest state of deliveries.</summary>
    public void Put(IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (delivery.State is DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Dead)
            {
                _pending.Remove(delivery.Alert.Id);
                AddSent(delivery);
            }
            else
            {
                _pending[delivery.Alert.Id] = delivery;
            }
        }
    }

    /// <summary>Finds a delivery not done with; null when there is none.</summary>
    public Delivery? Find(string id) => _pending.GetValueOrDefault(id);

    /// <summary>Lists what is due, higher levels first, then what was due earlier.</summary>
    public IReadOnlyList<Delivery> ListDue(DateTimeOffset now, int limit) =>
        [.. _pending.Values
            .Where(delivery => delivery.NextAttemptAt <= now)
            .OrderByDescending(delivery => delivery.Alert.Level)
            .ThenBy(delivery => delivery.Alert.DueAt)
            .ThenBy(delivery => delivery.Alert.CreatedAt)
            .ThenBy(delivery => delivery.Alert.Id, StringComparer.Ordinal)
            .Take(limit)];

    /// <summary>Lists what failed at least once and still waits.</summary>
    public IReadOnlyList<Delivery> ListFailed() => [.. _pending.Values.Where(delivery => delivery.FailedAt is not null)];

    /// <summary>Lists when messages were handed over to a contact, a bundle once.</summary>
    public IReadOnlyList<DateTimeOffset> ListSent(string contact, DateTimeOffset since) =>
        _sent.TryGetValue(contact, out var window) ? window.List(since) : [];

    private void AddSent(Delivery delivery)
    {
        if (delivery.SentAt is not { } at)
        {
            return;
        }

        if (!_sent.TryGetValue(delivery.Alert.Contact, out var window))
        {
            _sent[delivery.Alert.Contact] = window = new SentWindow();
        }

        window.Add(delivery.MessageId, at);
    }
}
