using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>States after some entries of the journal, by name; putting them somewhere twice is harmless.</summary>
internal sealed class Changes
{
    /// <summary>Incidents by id.</summary>
    public Dictionary<string, StoredIncident> Incidents { get; } = [];

    /// <summary>Deliveries by id of the alert.</summary>
    public Dictionary<string, Delivery> Deliveries { get; } = [];

    /// <summary>Documents by sequence.</summary>
    public Dictionary<long, StoredDocument> Documents { get; } = [];

    /// <summary>Last entry of each act that belongs to no incident.</summary>
    public Dictionary<string, AuditEntry> Acts { get; } = [];

    /// <summary>Known length of each evidence file.</summary>
    public Dictionary<string, long> Files { get; } = [];

    /// <summary>Takes over what <paramref name="later"/> says.</summary>
    public void Add(Changes later)
    {
        foreach (var (id, incident) in later.Incidents)
        {
            var whole = incident.Whole || (Incidents.TryGetValue(id, out var known) && known.Whole);
            Incidents[id] = incident with { Whole = whole };
        }

        Put(Deliveries, later.Deliveries);
        Put(Documents, later.Documents);
        Put(Acts, later.Acts);
        Put(Files, later.Files);
    }

    /// <summary>Forgets what <paramref name="written"/> holds, unless it changed since.</summary>
    public void Remove(Changes written)
    {
        foreach (var (id, incident) in written.Incidents)
        {
            if (Incidents.TryGetValue(id, out var now) && ReferenceEquals(now.Incident, incident.Incident))
            {
                Incidents.Remove(id);
            }
        }

        Drop(Deliveries, written.Deliveries);
        Drop(Documents, written.Documents);
        Drop(Acts, written.Acts);
        foreach (var (file, end) in written.Files)
        {
            if (Files.TryGetValue(file, out var now) && now == end)
            {
                Files.Remove(file);
            }
        }
    }

    /// <summary>Gives a copy that no later change touches.</summary>
    public Changes Copy()
    {
        var copy = new Changes();
        copy.Add(this);
        return copy;
    }

    private static void Put<TKey, TValue>(Dictionary<TKey, TValue> into, Dictionary<TKey, TValue> from)
        where TKey : notnull
    {
        foreach (var (key, value) in from)
        {
            into[key] = value;
        }
    }

    private static void Drop<TKey, TValue>(Dictionary<TKey, TValue> from, Dictionary<TKey, TValue> written)
        where TKey : notnull
        where TValue : class
    {
        foreach (var (key, value) in written)
        {
            if (from.TryGetValue(key, out var now) && ReferenceEquals(now, value))
            {
                from.Remove(key);
            }
        }
    }
}
