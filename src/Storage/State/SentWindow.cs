namespace OpinionWatch.Storage.State;

/// <summary>When messages went to one person lately; several deliveries of one bundle are one message.</summary>
internal sealed class SentWindow
{
    private readonly Dictionary<string, DateTimeOffset> _byMessage = [];
    private readonly Queue<string> _order = new();

    /// <summary>Notes a message.</summary>
    public void Add(string messageId, DateTimeOffset at)
    {
        if (!_byMessage.TryAdd(messageId, at))
        {
            return;
        }

        _order.Enqueue(messageId);
        while (_byMessage[_order.Peek()] < at - Outgoing.Window)
        {
            _byMessage.Remove(_order.Dequeue());
        }
    }

    /// <summary>Lists when, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> List(DateTimeOffset since) => [.. _byMessage.Values.Where(at => at >= since).Order()];
}
