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
    private const double CommonWeight = 1.5;
    private const double RareWeight = 3.5;

    private readonly Dictionary<string, List<KnownText>> _exact = [];
    private readonly Dictionary<uint, List<KnownText>> _bands = [];
    private readonly Dictionary<uint, List<KnownText>> _pairs = [];
    private readonly Dictionary<string, List<KnownText>> _titles = [];
    private readonly Dictionary<string, List<KnownText>> _incidents = [];
    private readonly Dictionary<uint, int> _triples = [];
    private int _texts;

    /// <summary>How common pairs are in the field's texts at large.</summary>
    public CommonPairs Common { get; } = CommonPairs.Load();

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

        foreach (var pair in prints.Pairs.Pairs)
        {
            Append(_pairs, pair, known);
        }

        Count(prints.Triples, 1);
        if (known.TitleKey is { } title)
        {
            Append(_titles, title, known);
        }

        Append(_incidents, incidentId, known);
        _texts++;
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

            foreach (var pair in prints.Pairs.Pairs)
            {
                Drop(_pairs, pair, incidentId);
            }
        }

        if (_incidents.Remove(incidentId, out var gone))
        {
            _texts -= gone.Count;
            foreach (var text in gone)
            {
                Count(text.Prints.Triples, -1);
            }

            foreach (var title in gone.Select(text => text.TitleKey).OfType<string>())
            {
                Drop(_titles, title, incidentId);
            }
        }
    }

    /// <summary>Lists texts equal to the letter.</summary>
    public IReadOnlyList<KnownText> Equal(DocumentPrints prints) => Lookup(_exact, prints.Exact);

    /// <summary>Lists texts that may be alike, each once.</summary>
    public IReadOnlyList<KnownText> Alike(DocumentPrints prints) => [.. Keys(prints).SelectMany(key => Newest(_bands, key)).Distinct()];

    /// <summary>Lists texts that share rare pairs of letters or a title, those that share most first; bounded.</summary>
    public IReadOnlyList<KnownText> Akin(NewText text)
    {
        var shared = new Dictionary<KnownText, double>();
        foreach (var pair in text.Prints.Pairs.Pairs)
        {
            if (WeightOf(pair) is > RareWeight and var weight)
            {
                foreach (var known in Newest(_pairs, pair))
                {
                    shared[known] = shared.GetValueOrDefault(known) + (weight * weight);
                }
            }
        }

        var titled = text.TitleKey is { } title ? Lookup(_titles, title) : [];
        return [.. titled.TakeLast(Crowd).Concat(shared.OrderByDescending(pair => pair.Value).Take(Crowd).Select(pair => pair.Key)).Distinct()];
    }

    /// <summary>Lists the distinct texts of an incident.</summary>
    public IReadOnlyList<KnownText> OfIncident(string incidentId) => Lookup(_incidents, incidentId);

    /// <summary>Weighs a pair by how rare it is in the field's texts and in those known (inverse document frequency); 0 for a common one.</summary>
    public double WeightOf(uint pair)
    {
        var weight = Math.Log((Common.Documents + _texts + 1) / (Common.CountOf(pair) + Lookup(_pairs, pair).Count + 0.5));
        return weight > CommonWeight ? weight : 0;
    }

    /// <summary>Weighs a rare triple by how many of the known texts hold it.</summary>
    public double WeightOfTriple(uint triple) => Math.Log((Common.Documents + _texts + 1) / (_triples.GetValueOrDefault(triple) + 0.5));

    private void Count(LetterTriples triples, int by)
    {
        foreach (var triple in triples.Triples)
        {
            var count = _triples.GetValueOrDefault(triple) + by;
            if (count > 0)
            {
                _triples[triple] = count;
            }
            else
            {
                _triples.Remove(triple);
            }
        }
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
