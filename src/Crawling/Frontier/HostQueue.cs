using OpinionWatch.Crawling.Revisits;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>What is to be asked of one host: new items before lists, but a list that is due waits for a few items only; watched pages when nothing else is due, with a space between two. Guarded by <see cref="Frontier"/>.</summary>
internal sealed class HostQueue(string host, TimeProvider time)
{
    /// <summary>Items fetched in a row while a list is due.</summary>
    public const int ItemsBeforeList = 4;

    private readonly HashSet<Slot> _lists = [];
    private readonly HashSet<Slot> _items = [];
    private readonly PriorityQueue<(Slot Slot, int Ticket), DateTimeOffset> _waiting = new();
    private readonly PriorityQueue<(Slot Slot, int Ticket), (long NewestFirst, long Order)> _ready = new();
    private readonly HashSet<Slot> _watched = [];
    private readonly PriorityQueue<(Slot Slot, int Ticket), DateTimeOffset> _later = new();
    private long? _watchedAt;
    private int _itemsInRow;

    public string Host { get; } = host;

    public Wake Wake { get; } = new(time);

    public bool IsEmpty => _lists.Count == 0 && _items.Count == 0 && _watched.Count == 0;

    public IEnumerable<Slot> Slots => _lists.Concat(_items).Concat(_watched);

    public void Put(Slot slot)
    {
        slot.Ticket++;
        if (slot.Entry.Role == PageRole.List)
        {
            _lists.Add(slot);
        }
        else if (slot.Entry.Role == PageRole.Watched)
        {
            _watched.Add(slot);
            _later.Enqueue((slot, slot.Ticket), slot.Entry.DueAt);
        }
        else
        {
            _items.Add(slot);
            _waiting.Enqueue((slot, slot.Ticket), slot.Entry.DueAt);
        }
    }

    public void Remove(Slot slot)
    {
        slot.Ticket++;
        _lists.Remove(slot);
        _items.Remove(slot);
        _watched.Remove(slot);
    }

    /// <summary>Gives what would be visited next and when it is due; null when there is nothing.</summary>
    /// <param name="now">This instant.</param>
    /// <param name="active">Says whether a slot's source is watched at present.</param>
    public (Slot Slot, DateTimeOffset DueAt)? Next(DateTimeOffset now, Func<Slot, bool> active)
    {
        Promote(now);
        var list = _lists.Where(slot => !slot.InFlight && active(slot)).MinBy(slot => slot.Entry.DueAt);
        var listDue = list?.Entry.DueAt <= now;
        if (listDue && _itemsInRow >= ItemsBeforeList)
        {
            return (list!, now);
        }

        if (FirstValid(_ready, active) is { } item)
        {
            return (item, now);
        }

        if (listDue)
        {
            return (list!, now);
        }

        return new[] { list, FirstValid(_waiting, active), FirstValid(_later, active) }.OfType<Slot>().Select(slot => (Slot: slot, DueAt: DueOf(slot, now))).OrderBy(next => next.DueAt)
            .Select(next => ((Slot, DateTimeOffset)?)next).FirstOrDefault();
    }

    /// <summary>Notes that a slot is being visited.</summary>
    public void Take(Slot slot)
    {
        slot.InFlight = true;
        slot.Ticket++;
        _itemsInRow = slot.Entry.Role == PageRole.Item ? _itemsInRow + 1 : 0;
        _watchedAt = slot.Entry.Role == PageRole.Watched ? time.GetTimestamp() : _watchedAt;
    }

    /// <summary>The space between two looks is measured by the clock nobody sets.</summary>
    private DateTimeOffset DueOf(Slot slot, DateTimeOffset now)
    {
        var space = slot.Entry.Role == PageRole.Watched && _watchedAt is { } at ? WatchPolicy.Spacing - time.GetElapsedTime(at) : TimeSpan.Zero;
        return space > TimeSpan.Zero && slot.Entry.DueAt < now + space ? now + space : slot.Entry.DueAt;
    }

    private void Promote(DateTimeOffset now)
    {
        while (_waiting.TryPeek(out var first, out var dueAt) && (dueAt <= now || first.Slot.Ticket != first.Ticket))
        {
            _waiting.Dequeue();
            if (first.Slot.Ticket == first.Ticket)
            {
                _ready.Enqueue(first, (-first.Slot.Entry.AddedAt.UtcTicks, first.Slot.Order));
            }
        }
    }

    /// <summary>Drops what is void or whose source is not watched (it is queued again when the source is).</summary>
    private static Slot? FirstValid<TPriority>(PriorityQueue<(Slot Slot, int Ticket), TPriority> queue, Func<Slot, bool> active)
    {
        while (queue.TryPeek(out var first, out _))
        {
            if (first.Slot.Ticket == first.Ticket && active(first.Slot))
            {
                return first.Slot;
            }

            queue.Dequeue();
        }

        return null;
    }
}
