namespace OpinionWatch.Console.Accounts;

/// <summary>Counts failed attempts of one kind of key (names, or addresses) and says who has to wait. Bounded: the oldest are forgotten first.</summary>
/// <remarks>Held in memory: a restart forgives, and nobody outside can bring one about.</remarks>
/// <param name="allowed">Failures after which a key has to wait.</param>
/// <param name="wait">How long it waits.</param>
/// <param name="most">Keys remembered.</param>
/// <param name="time">The clock.</param>
/// <param name="withinWait">Counts only failures within one wait, from the first; otherwise they add up until there was none for a whole wait.</param>
internal sealed class LoginThrottle(int allowed, TimeSpan wait, int most, TimeProvider time, bool withinWait = false)
{
    private readonly Dictionary<string, Failures> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();

    /// <summary>Gives until when a key has to wait; null when it need not.</summary>
    public DateTimeOffset? FindWait(string key)
    {
        lock (_lock)
        {
            return _known.TryGetValue(key, out var failures) && failures.Count >= allowed && failures.LastAt + wait > time.GetUtcNow()
                ? failures.LastAt + wait
                : null;
        }
    }

    /// <summary>Counts a failure.</summary>
    public void Count(string key)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var before = _known.TryGetValue(key, out var failures) && Counts(failures, now) ? failures : new Failures(0, now, now);
            if (_known.Count >= most && !_known.ContainsKey(key))
            {
                MakeRoom(now);
            }

            _known[key] = before with { Count = before.Count + 1, LastAt = now };
        }
    }

    /// <summary>Forgets a key's failures: it got in.</summary>
    public void Forget(string key)
    {
        lock (_lock)
        {
            _known.Remove(key);
        }
    }

    /// <summary>A key that waits, waits to the end.</summary>
    private bool Counts(Failures failures, DateTimeOffset now) => (withinWait && failures.Count < allowed ? failures.FirstAt : failures.LastAt) + wait > now;

    /// <summary>A tenth at a time, those that failed least and longest ago, so that a flood of new keys does not free the one that is waiting.</summary>
    private void MakeRoom(DateTimeOffset now)
    {
        var leaving = _known
            .OrderBy(pair => pair.Value.LastAt + wait > now)
            .ThenBy(pair => pair.Value.Count >= allowed)
            .ThenBy(pair => pair.Value.LastAt)
            .Take(Math.Max(1, most / 10))
            .Select(pair => pair.Key)
            .ToList();
        leaving.ForEach(key => _known.Remove(key));
    }

    private sealed record Failures(int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt);
}
