using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Notices when a channel that was down works again, so that nothing waits out its back-off.</summary>
internal sealed class ChannelHealth
{
    private readonly Lock _gate = new();
    private readonly HashSet<ChannelKind> _down = [];
    private HashSet<ChannelKind> _recovered = [];

    /// <summary>Notes an outcome. True when the channel was down and works again.</summary>
    public bool Note(ChannelKind channel, SendOutcome outcome)
    {
        lock (_gate)
        {
            if (outcome is SendOutcome.TryLater { ChannelDown: true })
            {
                _down.Add(channel);
                return false;
            }

            return _down.Remove(channel) && _recovered.Add(channel);
        }
    }

    /// <summary>Gives the channels that came back since the last call.</summary>
    public IReadOnlySet<ChannelKind> TakeRecovered()
    {
        lock (_gate)
        {
            var taken = _recovered;
            _recovered = [];
            return taken;
        }
    }
}
