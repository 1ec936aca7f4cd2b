using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>A way to hand one message to one person.</summary>
public interface IChannel
{
    /// <summary>Which way.</summary>
    ChannelKind Kind { get; }

    /// <summary>Hands over one message; the same message may be handed over again under the same id when an outcome was lost.</summary>
    /// <returns>What became of it. Everything a server or gateway does is a value, never an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; whether it was handed over is unknown.</exception>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
