using System.Diagnostics.Metrics;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Counts attempts to send, by channel and what became of them.</summary>
internal sealed class SendMeter
{
    private readonly Counter<long>? _sends;

    /// <summary>Makes the counter.</summary>
    /// <param name="meters">Makes meters; null counts nothing.</param>
    public SendMeter(IMeterFactory? meters)
    {
        _sends = meters?.Create(Meters.Name).CreateCounter<long>("opinionwatch.sends", description: "Attempts to send by channel and result.");
    }

    /// <summary>Counts one.</summary>
    public void Note(ChannelKind channel, SendOutcome outcome) => _sends?.Add(
        1,
        new KeyValuePair<string, object?>("channel", Camel(channel.ToString())),
        new KeyValuePair<string, object?>("result", outcome switch
        {
            SendOutcome.Sent => "sent",
            SendOutcome.Delivered => "delivered",
            SendOutcome.TryLater => "tryLater",
            _ => "givenUp",
        }));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
