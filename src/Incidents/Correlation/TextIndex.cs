using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Finds known texts that may be the same as, or tell the same matter as, a new one, without looking at all of them.</summary>
/// <remarks>
/// Candidates share one of the <see cref="Bands"/> smallest shingle hashes: of two texts whose likeness is 0.5, 99.6 % do. A key too many texts share tells nothing, and
/// only its <see cref="Crowd"/> newest are looked at.
/// </remarks>
internal sealed class TextIndex
{
    private const int Bands = 8;
    private const int Crowd = 128;

    private readonly Dictionary<string, List<KnownText>> _exact = [];
    private readonly Dictionary<uint, List<KnownText>> _bands = [];
    private readonly Dictionary<uint, List<KnownText>> _places = [];

    /// <summary>Adds a document's text; an equal text of the same incident is counted in.</summary>
    public void Add(string incidentId, IncidentDocument document, DocumentPrints prints)
    {
        if (Lookup(_exact, prints.Exact).FirstOrDefault(text => text.IncidentId == incidentId) is { } equal)
        {
            equal.Widen(document);
            return;
        }

        var known = new KnownText(incidentId, document, prints);
        Append(_exact, prints.Exact, known);
        foreach (var key in Keys(prints))
        {
            Append(_bands, key, known);
        }

        foreach (var place in prints.Places.Marks)
        {
            Append(_places, place, known);
        }
    }

    /// <summary>Forgets an incident's texts.</summary>
    public void Remove(string incidentId, IEnumerable<DocumentPrints> texts)
    {
        foreach (var prints in texts)
        {
            Drop(_exact, prints.Exact, incidentId);
            foreach (var key in Keys(prints))
            {
                Drop(_bands, key, incidentId);
            }

            foreach (var place in prints.Places.Marks)
            {
                Drop(_places, place, incidentId);
            }
        }
    }

    /// <summary>Lists texts equal to the letter.</summary>
    public IReadOnlyList<KnownText> Equal(DocumentPrints prints) => Lookup(_exact, prints.Exact);

    /// <summary>Lists texts that may be alike, each once.</summary>
    public IReadOnlyList<KnownText> Alike(DocumentPrints prints) => [.. Keys(prints).SelectMany(key => Newest(_bands, key)).Distinct()];

    /// <summary>Lists texts that name one of the same exact places, each once.</summary>
    public IReadOnlyList<KnownText> AtSamePlace(DocumentPrints prints)
    {
        var found = new HashSet<KnownText>();
        foreach (var place in prints.Places.Marks)
        {
            found.UnionWith(Newest(_places, place));
        }

        return [.. found];
    }

    private static uint[] Keys(DocumentPrints prints) => prints.Sketch is { } sketch ? sketch.Hashes[..Math.Min(Bands, sketch.Hashes.Length)].ToArray() : [];

    private static List<KnownText> Lookup<TKey>(Dictionary<TKey, List<KnownText>> index, TKey key)
        where TKey : notnull => index.TryGetValue(key, out var list) ? list : [];

    private static IEnumerable<KnownText> Newest(Dictionary<uint, List<KnownText>> index, uint key)
    {
        var list = Lookup(index, key);
        return list.Skip(list.Count - Crowd);
    }

    private static void Append<TKey>(Dictionary<TKey, List<KnownText>> index, TKey key, KnownText text)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = new List<KnownText>(1);
        }

        list.Add(text);
    }

    private static void Drop<TKey>(Dictionary<TKey, List<KnownText>> index, TKey key, string incidentId)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var list) && list.RemoveAll(text => text.IncidentId == incidentId) > 0 && list.Count == 0)
        {
            index.Remove(key);
        }
    }
}
