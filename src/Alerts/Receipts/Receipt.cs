namespace OpinionWatch.Alerts.Receipts;

/// <summary>What a gateway says, later, of a message it took (回执).</summary>
/// <param name="Id">The Message-ID, or the number the gateway gave the message.</param>
/// <param name="Delivered">It reached the handset; false = it never will.</param>
/// <param name="Code">The gateway's code for it.</param>
public sealed record Receipt(string Id, bool Delivered, string Code);
