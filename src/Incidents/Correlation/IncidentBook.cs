using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>The live incidents and those ended lately, in memory, with what is needed to find the one a document belongs to.</summary>
/// <remarks>
/// Not safe for several threads: the one writer that also keeps the changes owns it, and applies a change after it is kept. The incidents it hands out are immutable and may
/// be read anywhere. Bounded by what is live: an incident ended longer ago than <c>keepEnded</c> drops out with the next change.
/// </remarks>
/// <param name="keepEnded">How long an ended incident still catches reprints of itself; null means 30 days.</param>
/// <param name="kinship">How two tellings of one matter are recognised; null means as learned.</param>
public sealed class IncidentBook(TimeSpan? keepEnded = null, KinshipWeights? kinship = null)
{
    private readonly TimeSpan _keepEnded = keepEnded ?? TimeSpan.FromDays(30);
    private readonly Dictionary<string, Incident> _incidents = [];
    private readonly Dictionary<string, string> _documents = [];
    private readonly Dictionary<string, string> _threads = [];
    private readonly PriorityQueue<string, DateTimeOffset> _ended = new();

    /// <summary>Number of incidents held.</summary>
    public int Count => _incidents.Count;

    /// <summary>The live incidents, in no particular order. Do not apply changes while enumerating.</summary>
    public IEnumerable<Incident> Live => _incidents.Values.Where(incident => incident.IsLive);

    /// <summary>Everything held, in no particular order. Do not apply changes while enumerating.</summary>
    public IEnumerable<Incident> All => _incidents.Values;

    internal KinshipWeights Kinship { get; } = kinship ?? KinshipWeights.Learned;

    internal TextIndex Texts { get; } = new();

    /// <summary>Takes in incidents as they stand, e.g. at start.</summary>
    public void Load(IEnumerable<Incident> incidents)
    {
        foreach (var incident in incidents.OrderBy(incident => incident.OpenedAt).ThenBy(incident => incident.Id, StringComparer.Ordinal))
        {
            Hold(incident);
            Index(incident.Id, incident.Documents);
        }
    }

    /// <summary>Takes in what happened to an incident.</summary>
    /// <returns>The incident after it.</returns>
    /// <exception cref="InvalidOperationException">The incident is not held and the change does not open it.</exception>
    public Incident Apply(IncidentChange change)
    {
        Trim(change.At);
        var after = IncidentFold.Apply(_incidents.GetValueOrDefault(change.IncidentId), change);
        Hold(after);
        switch (change)
        {
            case IncidentChange.Opened opened:
                Index(after.Id, opened.Incident.Documents);
                break;
            case IncidentChange.Joined joined:
                Index(after.Id, [joined.Document]);
                break;
            case IncidentChange.Restored:
                Index(after.Id, after.Documents);
                break;
            case IncidentChange.Absorbed absorbed:
                Index(after.Id, absorbed.Documents);
                break;
            case IncidentChange.Parted:
                // What is left is indexed anew, for texts are shared between documents; the parted ones belong to the incident they went to.
                Texts.Remove(after.Id, [.. PrintsOf(after.Documents), .. PrintsOf(_incidents.GetValueOrDefault(PartedInto(change))?.Documents ?? [])]);
                Index(after.Id, after.Documents);
                break;
        }

        return after;
    }

    /// <summary>Finds an incident; null when it is not held.</summary>
    public Incident? Find(string id) => _incidents.GetValueOrDefault(id);

    /// <summary>Drops incidents that ended longer ago than is kept; <see cref="Apply"/> does it too.</summary>
    public void Trim(DateTimeOffset now)
    {
        while (_ended.TryPeek(out var id, out var endedAt) && endedAt < now - _keepEnded)
        {
            _ended.Dequeue();
            if (_incidents.GetValueOrDefault(id) is { IsLive: false } ended && ended.EndedAt == endedAt)
            {
                Forget(id);
            }
        }
    }

    /// <summary>Finds the incident a document is in, merged ones followed; null when it is in none.</summary>
    public Incident? FindByDocument(string documentId) => _documents.TryGetValue(documentId, out var id) ? Follow(id) : null;

    /// <summary>Finds the incident the thread or article of that canonical address belongs to, merged ones followed; null when none.</summary>
    internal Incident? FindByThread(string canonicalUrl) => _threads.TryGetValue(canonicalUrl, out var id) ? Follow(id) : null;

    /// <summary>Finds an incident or, when it was merged, the one that goes on; null when that is not held.</summary>
    internal Incident? Follow(string id)
    {
        var incident = Find(id);
        for (var hops = 0; incident?.MergedInto is { } into && hops < 16; hops++)
        {
            incident = Find(into);
        }

        return incident;
    }

    private static string PartedInto(IncidentChange change) => ((IncidentChange.Parted)change).Into;

    private static IEnumerable<DocumentPrints> PrintsOf(IEnumerable<IncidentDocument> documents) => documents.Select(DocumentPrints.TryRead).OfType<DocumentPrints>();

    private void Hold(Incident incident)
    {
        var wasLive = !_incidents.TryGetValue(incident.Id, out var before) || before.IsLive;
        _incidents[incident.Id] = incident;
        if (wasLive && !incident.IsLive)
        {
            _ended.Enqueue(incident.Id, incident.EndedAt ?? incident.OpenedAt);
        }
    }

    private void Index(string id, IEnumerable<IncidentDocument> documents)
    {
        foreach (var document in documents)
        {
            _documents[document.Id] = id;
            if (document.CanonicalUrl is { Length: > 0 } thread)
            {
                _threads[thread] = id;
            }

            if (DocumentPrints.TryRead(document) is { } prints)
            {
                Texts.Add(id, document, prints);
            }
        }
    }

    private void Forget(string id)
    {
        if (!_incidents.Remove(id, out var incident))
        {
            return;
        }

        Texts.Remove(id, PrintsOf(incident.Documents));
        foreach (var document in incident.Documents)
        {
            Unlink(_documents, document.Id, id);
            if (document.CanonicalUrl is { Length: > 0 } thread)
            {
                Unlink(_threads, thread, id);
            }
        }
    }

    private static void Unlink(Dictionary<string, string> index, string key, string id)
    {
        if (index.TryGetValue(key, out var holder) && holder == id)
        {
            index.Remove(key);
        }
    }
}
