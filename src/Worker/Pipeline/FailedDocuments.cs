using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Documents nobody could judge or decide on: nobody was told of them, so they are tried again, and a person must look. Safe from any thread.</summary>
/// <remarks>One leaves when it is judged after all. Bounded: of the oldest only the number is kept. The texts are in the store.</remarks>
internal sealed class FailedDocuments(TimeProvider time)
{
    private const int Most = 100;

    private static readonly TimeSpan[] Ladder =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    private readonly Lock _gate = new();
    private readonly List<FailedDocument> _failed = [];
    private int _forgotten;

    /// <summary>Notes that one failed; the instant of its first failure stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="evidence">Where its page is kept; null when it is not, or not this time.</param>
    /// <param name="recordedAt">When it was recorded; null when it could not be, or was before.</param>
    public void Add(Document document, string? evidence, DateTimeOffset? recordedAt)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var known = Take(document.Id);
            var attempts = (known?.Attempts ?? 0) + 1;
            _failed.Add(new FailedDocument
            {
                Id = document.Id,
                Url = document.Url,
                Site = document.Site,
                Since = known?.Since ?? recordedAt ?? now,
                Evidence = evidence ?? known?.Evidence,
                RecordedAt = recordedAt ?? known?.RecordedAt,
                Attempts = attempts,
                NextAt = attempts <= Ladder.Length ? now + Ladder[attempts - 1] : null,
            });
            if (_failed.Count > Most)
            {
                _failed.RemoveAt(0);
                _forgotten++;
            }
        }
    }

    /// <summary>Finds one; null when it did not fail, or is settled or forgotten.</summary>
    public FailedDocument? Find(string id)
    {
        lock (_gate)
        {
            return _failed.Find(failed => failed.Id == id);
        }
    }

    /// <summary>Takes one out that was judged after all.</summary>
    public void Settle(string id)
    {
        lock (_gate)
        {
            if (_failed.Count > 0)
            {
                Take(id);
            }
        }
    }

    /// <summary>Lists those to be tried again now.</summary>
    public IReadOnlyList<FailedDocument> ListDue()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            return [.. _failed.Where(failed => failed.NextAt <= now && failed.RecordedAt is not null)];
        }
    }

    /// <summary>Lists those known by name, and how many more there were.</summary>
    public (IReadOnlyList<FailedDocument> Named, int Forgotten) List()
    {
        lock (_gate)
        {
            return ([.. _failed], _forgotten);
        }
    }

    private FailedDocument? Take(string id)
    {
        var known = _failed.Find(failed => failed.Id == id);
        if (known is not null)
        {
            _failed.Remove(known);
        }

        return known;
    }
}
