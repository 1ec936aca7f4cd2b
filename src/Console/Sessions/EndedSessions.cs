namespace OpinionWatch.Console.Sessions;

/// <summary>Sessions that were ended before their cookie runs out. Bounded; the oldest are forgotten first.</summary>
internal sealed class EndedSessions
{
    private const int Most = 10_000;

    private readonly HashSet<string> _ids = [];
    private readonly Queue<string> _order = [];
    private readonly Lock _lock = new();

    public void Add(string id)
    {
        lock (_lock)
        {
            if (_ids.Add(id))
            {
                _order.Enqueue(id);
            }

            if (_order.Count > Most)
            {
                _ids.Remove(_order.Dequeue());
            }
        }
    }

    public bool Contains(string id)
    {
        lock (_lock)
        {
            return _ids.Contains(id);
        }
    }
}
