using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Http;

/// <summary>Judges an answer nobody can read: gateways answer so with errors that pass and with errors that stay.</summary>
internal static class Unclear
{
    private const int Borne = 5;

    /// <summary>Tries again, but not for ever; for ever where the message is critical, and by the person's other channels too.</summary>
    public static SendOutcome Judge(OutgoingMessage message, string said) =>
        message.Attempts + 1 < Borne ? new SendOutcome.TryLater(said)
            : message.Level >= Level.Critical ? new SendOutcome.TryLater(said) { OtherNow = true }
            : new SendOutcome.GiveUp(said);
}
