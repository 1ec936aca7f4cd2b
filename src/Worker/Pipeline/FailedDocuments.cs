using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Documents nobody could judge or decide on: nobody was told of them, so they are tried again, and a person must look. Safe from any thread.</summary>
/// <remarks>
/// One leaves when it is judged after all. Bounded: of the oldest only the number is kept, until there is room to find them in the store again. No text is held.
/// </remarks>
internal sealed class FailedDocuments(TimeProvider time)
{
    /// <summary>How many are known by name.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan[] Ladder =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, FailedDocument> _failed = new(StringComparer.Ordinal);
    private int _forgotten;
    private int _lost;

    /// <summary>Notes that one failed; the instant of its first failure stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="evidence">Where its page is kept; null when it is not, or not this time.</param>
    /// <param name="recordedAt">When it was recorded; null when it could not be, or was before.</param>
    public void Add(Document document, string? evidence, DateTimeOffset? recordedAt)
    {
        lock (_gate)
        {
            var known = Take(document.Id);
            var one = FailedDocument.Of(document, evidence ?? known?.Evidence, recordedAt ?? known?.RecordedAt, known?.Since ?? recordedAt ?? time.GetUtcNow());
            Put(Tried(one with { Attempts = known?.Attempts ?? 0 }));
        }
    }

    /// <summary>Takes in those found in the store: they are all of the recorded ones there are, so none counts as forgotten any more but what finds no room.</summary>
    public void Load(IReadOnlyCollection<FailedDocument> found)
    {
        lock (_gate)
        {
            _forgotten = 0;
            foreach (var one in found.Where(one => !_failed.ContainsKey(one.Id)))
            {
                Put(Tried(one));
            }
        }
    }

    /// <summary>Notes that a try failed of which nothing else is known than that.</summary>
    public void PutOff(string id)
    {
        lock (_gate)
        {
            if (Take(id) is { } known)
            {
                Put(Tried(known));
            }
        }
    }

    /// <summary>Lets all be tried again now, and as often as new ones: what they failed at may have been mended.</summary>
    public void HurryAll()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            for (var index = 0; index < _failed.Count; index++)
            {
                _failed.SetAt(index, _failed.GetAt(index).Value with { Attempts = 0, NextAt = now });
            }
        }
    }

    /// <summary>Finds one; null when it did not fail, or is settled or forgotten.</summary>
    public FailedDocument? Find(string id)
    {
        lock (_gate)
        {
            return _failed.GetValueOrDefault(id);
        }
    }

    /// <summary>Takes one out that was judged after all.</summary>
    public void Settle(string id)
    {
        lock (_gate)
        {
            Take(id);
        }
    }

    /// <summary>Lists those to be tried again now; one that is to wait longer than any wait failed while the clock ran ahead.</summary>
    public IReadOnlyList<FailedDocument> ListDue()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            return [.. _failed.Values.Where(failed => (failed.NextAt <= now || failed.NextAt > now + Ladder[^1]) && failed.RecordedAt is not null)];
        }
    }

    /// <summary>Lists those known by name, and how many more there were.</summary>
    public (IReadOnlyList<FailedDocument> Named, int Forgotten) List()
    {
        lock (_gate)
        {
            return ([.. _failed.Values], _forgotten + _lost);
        }
    }

    /// <summary>Whether forgotten ones can be found in the store again, and there is room for them.</summary>
    public bool HasRoomForForgotten
    {
        get
        {
            lock (_gate)
            {
                return _forgotten > 0 && _failed.Count < Most / 2;
            }
        }
    }

    private FailedDocument Tried(FailedDocument one)
    {
        var attempts = one.Attempts + 1;
        return one with { Attempts = attempts, NextAt = attempts <= Ladder.Length ? time.GetUtcNow() + Ladder[attempts - 1] : null };
    }

    private void Put(FailedDocument one)
    {
        _failed[one.Id] = one;
        if (_failed.Count > Most)
        {
            var (_, oldest) = _failed.GetAt(0);
            _failed.RemoveAt(0);
            if (oldest.RecordedAt is null)
            {
                _lost++;
            }
            else
            {
                _forgotten++;
            }
        }
    }

    private FailedDocument? Take(string id)
    {
        _failed.Remove(id, out var known);
        return known;
    }
}
