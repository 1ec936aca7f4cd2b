using System.Globalization;
using OpinionWatch.Alerts.Channels.Sms;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Remembers replies that were taken, so that one the gateway posts again does nothing. Not thread-safe: the desk's turn guards it. Bounded; the oldest are forgotten first.</summary>
internal sealed class ReplyMemory(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Named = TimeSpan.FromDays(3);

    /// <summary>Without a time nobody can tell a reply that is repeated from one posted again.</summary>
    private static readonly TimeSpan Unnamed = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateTimeOffset> _until = [];
    private readonly Queue<string> _order = new();

    /// <summary>Says whether it was taken before.</summary>
    public bool Knows(SmsReply reply) => KeysOf(reply).Any(pair => _until.TryGetValue(pair.Key, out var until) && time.GetUtcNow() < until);

    /// <summary>Remembers one that was taken.</summary>
    public void Note(SmsReply reply)
    {
        var now = time.GetUtcNow();
        foreach (var (key, kept) in KeysOf(reply))
        {
            if (!_until.ContainsKey(key))
            {
                _order.Enqueue(key);
            }

            _until[key] = now + kept;
        }

        while (_order.Count > Most)
        {
            _until.Remove(_order.Dequeue());
        }
    }

    private static IEnumerable<(string Key, TimeSpan Kept)> KeysOf(SmsReply reply)
    {
        var said = $"{PhoneNumbers.International(reply.Phone)}\n{reply.Text}\n";
        if (reply.Id is { Length: > 0 } id)
        {
            yield return (said + "id " + id, Named);
        }

        yield return reply.At is { } at ? (said + at.UtcTicks.ToString(CultureInfo.InvariantCulture), Named) : (said, Unnamed);
    }
}
