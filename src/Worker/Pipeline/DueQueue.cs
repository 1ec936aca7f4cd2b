namespace OpinionWatch.Worker.Pipeline;

/// <summary>Which incident is due next. Not thread-safe: the desk's lock guards it.</summary>
internal sealed class DueQueue
{
    private readonly PriorityQueue<string, DateTimeOffset> _queue = new();
    private readonly Dictionary<string, DateTimeOffset> _instants = [];

    /// <summary>Sets the next instant of an incident; null takes it out.</summary>
    public void Set(string id, DateTimeOffset? instant)
    {
        if (instant is not { } at)
        {
            _instants.Remove(id);
        }
        else if (!_instants.TryGetValue(id, out var known) || known != at)
        {
            // What stood in the queue before stays there and is passed over when its turn comes.
            _instants[id] = at;
            _queue.Enqueue(id, at);
        }
    }

    /// <summary>Takes the incident that is due longest; null when none is due.</summary>
    public string? TakeDue(DateTimeOffset now)
    {
        while (_queue.TryPeek(out var id, out var at) && at <= now)
        {
            _queue.Dequeue();
            if (_instants.TryGetValue(id, out var wanted) && wanted == at)
            {
                _instants.Remove(id);
                return id;
            }
        }

        return null;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _queue.Clear();
        _instants.Clear();
    }
}
