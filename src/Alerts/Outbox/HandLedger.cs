using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Knows which deliveries are in hand, so that a list of due ones that was read a moment too early makes no second message.</summary>
internal sealed class HandLedger(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _inHand = [];
    private readonly Dictionary<string, int> _messagesByContact = [];
    private readonly Dictionary<string, (int Attempts, DateTimeOffset At)> _settled = [];

    /// <summary>Number of deliveries in hand.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _inHand.Count;
            }
        }
    }

    /// <summary>Says whether a listed delivery may be taken: not in hand, and not older than what is known of it.</summary>
    public bool IsFree(Delivery delivery)
    {
        lock (_gate)
        {
            return !_inHand.Contains(delivery.Alert.Id)
                && !(_settled.TryGetValue(delivery.Alert.Id, out var settled) && delivery.Attempts < settled.Attempts);
        }
    }

    /// <summary>Gives the number of messages to a person in hand.</summary>
    public int MessagesTo(string contact)
    {
        lock (_gate)
        {
            return _messagesByContact.GetValueOrDefault(contact);
        }
    }

    /// <summary>Takes a parcel in hand.</summary>
    public void Take(Parcel parcel)
    {
        lock (_gate)
        {
            _inHand.UnionWith(parcel.Deliveries.Select(d => d.Alert.Id));
            _messagesByContact[parcel.Alert.Contact] = _messagesByContact.GetValueOrDefault(parcel.Alert.Contact) + 1;
        }
    }

    /// <summary>Lets a parcel go.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="isRecorded">One more attempt at each of its deliveries is recorded.</param>
    public void LetGo(Parcel parcel, bool isRecorded)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            foreach (var delivery in parcel.Deliveries)
            {
                _inHand.Remove(delivery.Alert.Id);
                _settled[delivery.Alert.Id] = (delivery.Attempts + (isRecorded ? 1 : 0), now);
            }

            var left = _messagesByContact.GetValueOrDefault(parcel.Alert.Contact) - 1;
            if (left > 0)
            {
                _messagesByContact[parcel.Alert.Contact] = left;
            }
            else
            {
                _messagesByContact.Remove(parcel.Alert.Contact);
            }
        }
    }

    /// <summary>Forgets outcomes that every list read from now on knows.</summary>
    public void ForgetOld()
    {
        var before = time.GetUtcNow() - Remembered;
        lock (_gate)
        {
            foreach (var old in _settled.Where(pair => pair.Value.At < before).Select(pair => pair.Key).ToList())
            {
                _settled.Remove(old);
            }
        }
    }
}
