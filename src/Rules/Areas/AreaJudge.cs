using System.Buffers;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Areas;

/// <summary>Decides whether a document concerns the area: by the places it names, else by its source, unless it clearly tells of another place.</summary>
internal sealed class AreaJudge
{
    private const int LongText = 400;
    private const int ShortestEnding = 3;
    private static readonly string[] Origins = ["籍", "网友", "人氏", "老乡", "商会", "妹子", "伢子", "商人", "人在", "游客"];

    private static readonly SearchValues<char> FirstOfOrigins = Endings.FirstOf(Origins);

    private readonly AreaOptions _area;
    private readonly Dictionary<string, PlaceOptions> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

    private readonly int _longestPlace;

    public AreaJudge(AreaOptions area)
    {
        _area = area;
        foreach (var place in area.Places)
        {
            _places.TryAdd(place.Name, place);
            foreach (var alias in place.Aliases)
            {
                _places.TryAdd(alias, place);
            }
        }

        _longestPlace = _places.Keys.Select(static name => name.Length).DefaultIfEmpty().Max();
        foreach (var place in area.Places)
        {
            _depths[place.Name] = DepthOf(place);
        }
    }

    /// <summary>The verdict on one document.</summary>
    public AreaVerdict Judge(Reading reading)
    {
        var regions = new List<string>();
        var local = IsInArea(reading.Document.Region);
        Dictionary<PlaceOptions, bool>? met = null;
        var (firm, weak, mentions, inTitle) = (false, false, 0, false);
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role != TermRole.Place || one.Inner || (one.Term.Place is { Needs.Count: > 0 } place && !local && !NeedsMet(reading, place, ref met)))
            {
                continue;
            }

            var isOrigin = Endings.Follow(reading, one, FirstOfOrigins, Origins);
            weak |= isOrigin;
            firm |= !isOrigin;
            mentions++;
            inTitle |= reading.InTitle(one);
            var name = one.Term.Place?.Name ?? one.Term.Name;
            if (!regions.Contains(name))
            {
                regions.Add(name);
            }
        }

        if (regions.Count > 1)
        {
            regions.Sort((a, b) => _depths.GetValueOrDefault(b).CompareTo(_depths.GetValueOrDefault(a)));
        }

        // On a site of ours the own post that names no place of ours means ours, whoever came from elsewhere.
        var elsewhere = local && !firm && !weak && Scenes.AreOwn(reading) ? Scenes.LieElsewhere(reading) : Scenes.TellOfElsewhere(reading);
        if (firm && !(elsewhere && !inTitle && mentions == 1 && reading.Text.Length > LongText && !PlaceNearMatter(reading)))
        {
            return new AreaVerdict(true, regions);
        }

        return new AreaVerdict((weak || firm || local) && !elsewhere, regions);
    }

    /// <summary>Whether a source's region lies in the area.</summary>
    public bool IsInArea(string? region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            return false;
        }

        var name = region.Trim();
        return _places.ContainsKey(name) || (_area.Name.Length > 0 && name.Contains(_area.Name)) || EndsInPlace(name);
    }

    private bool EndsInPlace(string name)
    {
        var places = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(name.Length, _longestPlace); length >= ShortestEnding; length--)
        {
            if (places.ContainsKey(name.AsSpan(name.Length - length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text names what an ambiguous place needs; looked for once a document, however often the place stands there.</summary>
    private static bool NeedsMet(Reading reading, PlaceOptions place, ref Dictionary<PlaceOptions, bool>? known)
    {
        known ??= new Dictionary<PlaceOptions, bool>(ReferenceEqualityComparer.Instance);
        if (known.TryGetValue(place, out var met))
        {
            return met;
        }

        foreach (var need in place.Needs)
        {
            met |= reading.Text.Span.IndexOf(need) >= 0;
        }

        return known[place] = met;
    }

    private static bool PlaceNearMatter(Reading reading)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role == TermRole.Place && !one.Inner)
            {
                var (start, end) = reading.Sentence(i);
                if (reading.Between(i, start, end).Any(static other => Vocabulary.IsAnchor(other.Term.Role)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int DepthOf(PlaceOptions place)
    {
        var depth = 0;
        for (var at = place; at?.In is { } parent && depth < 8; depth++)
        {
            at = _places.GetValueOrDefault(parent);
        }

        return depth;
    }
}
