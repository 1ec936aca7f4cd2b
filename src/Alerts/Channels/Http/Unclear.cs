namespace OpinionWatch.Alerts.Channels.Http;

/// <summary>Judges an answer nobody can read: gateways answer so with errors that pass and with errors that stay.</summary>
internal static class Unclear
{
    private const int Borne = 5;

    /// <summary>Tries again, but not for ever.</summary>
    public static SendOutcome Judge(OutgoingMessage message, string said) =>
        message.Attempts + 1 >= Borne ? new SendOutcome.GiveUp(said) : new SendOutcome.TryLater(said);
}
