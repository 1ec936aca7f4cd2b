using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Finds the incident whose matter a text tells in other words: rare letters, places, title, terms and time, weighed together.</summary>
/// <remarks>
/// The weights are in <see cref="KinshipWeights"/>. A text belongs to
/// an incident when it is akin to its nearest telling and, on the whole, to the others too: what is akin to one alone is a round-up or a chain of look-alikes.
/// </remarks>
internal sealed class MatterKinship(IncidentBook book)
{
    private const double Threshold = -0.5;

    /// <summary>What is major or critical is taken for a known matter only when that is likelier than not by far: joined it wakes nobody.</summary>
    private const double GraveThreshold = 1.5;

    private const double NearestShare = 0.4;
    private const double Stranger = -4;
    private const double LeastShared = 20;
    private const int TextsCompared = 40;
    private const double AlikeWords = 0.3;
    private const double ContainedWords = 0.6;
    private static readonly TimeSpan Span = TimeSpan.FromDays(150);

    /// <summary>Another landslide in the same village is news, not more of the old one: what is grave joins only what is still fresh.</summary>
    private static readonly TimeSpan GraveSpan = TimeSpan.FromDays(14);

    /// <summary>Finds the live incident; null when none is near enough.</summary>
    public Incident? Find(NewText text, Level level)
    {
        var scores = new Dictionary<string, (Incident Incident, double Nearest, KnownText Known)>();
        var formLetters = new HashSet<string>();
        foreach (var known in book.Texts.Akin(text))
        {
            if (book.Follow(known.IncidentId) is not { IsLive: true } incident)
            {
                continue;
            }

            if (IsFormLetter(known, text))
            {
                formLetters.Add(incident.Id);
            }

            if (Score(text, known) is { } score && (!scores.TryGetValue(incident.Id, out var best) || score > best.Nearest))
            {
                scores[incident.Id] = (incident, score, known);
            }
        }

        var needed = level >= Level.Major ? GraveThreshold : Threshold;

        // The mean is hardly above the nearest, so what is too far at its nearest need not be compared with the rest.
        return scores.Values
            .Where(found => found.Nearest > needed && !formLetters.Contains(found.Incident.Id) && IsFresh(found.Known, text, level) && !IsElsewhere(found.Incident, text))
            .Select(found => (found.Incident, Score: (NearestShare * found.Nearest) + ((1 - NearestShare) * MeanScore(found.Incident, text))))
            .Where(found => found.Score > needed)
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Incident.Id, StringComparer.Ordinal)
            .FirstOrDefault().Incident;
    }

    /// <summary>Compares a text with a known one; null when a place rules out that they tell one matter, or when they share next to nothing.</summary>
    internal MatterFeatures? Compare(NewText text, KnownText known)
    {
        var (mine, theirs) = (text.Prints, known.Prints);
        if (known.Distance(text.At) > Span || AreDisjoint(Counties(known.Document.Regions), Counties(text.Regions)) || mine.Anonymous.Diverges(theirs.Anonymous))
        {
            return null;
        }

        var village = Common(mine.Villages, theirs.Villages, mine.Pairs, theirs.Pairs);
        var town = Common(mine.TownNames, theirs.TownNames, mine.Pairs, theirs.Pairs);
        if ((village is null && !mine.Villages.IsEmpty && !theirs.Villages.IsEmpty) || (town is null && !mine.TownNames.IsEmpty && !theirs.TownNames.IsEmpty))
        {
            return null;
        }

        double all = 0, shared = 0, own = 0, other = 0;
        var rarest = new List<double>();
        foreach (var pair in mine.Pairs.Pairs)
        {
            var weight = book.Texts.WeightOf(pair);
            var isPlace = IsPlace(pair);
            own += isPlace ? 0 : weight * weight;
            if (weight > 0 && theirs.Pairs.Has(pair))
            {
                all += weight * weight;
                if (!isPlace)
                {
                    shared += weight * weight;
                    rarest.Add(weight);
                }
            }
        }

        foreach (var pair in theirs.Pairs.Pairs)
        {
            var weight = IsPlace(pair) ? 0 : book.Texts.WeightOf(pair);
            other += weight * weight;
        }

        if (all < LeastShared)
        {
            return null;
        }

        var sameField = (book.Follow(known.IncidentId)?.Topics ?? []).Intersect(text.Topics).Any();
        return new MatterFeatures(
            shared / Math.Sqrt((own * other) + 1),
            shared / (Math.Min(own, other) + 100),
            Math.Log(shared + LeastShared),
            rarest.OrderDescending().Take(6).Sum() / 6,
            village is { } name ? book.Texts.WeightOf(name) / 6 : 0,
            Math.Log(1 + known.Distance(text.At).TotalDays),
            !sameField && text.Topics.Count > 0 ? 1 : 0,
            IsSameTitle(text.TitleKey, known.TitleKey) ? 1 : 0,
            Math.Min(4, mine.Numbers.Shared(theirs.Numbers)) / 4.0,
            Math.Log(Math.Min(own, other) + 100),
            town is null ? 0 : 1,
            text.Terms.Intersect(known.Document.Terms).Count() / (Math.Min(text.Terms.Count, known.Document.Terms.Count) + 1.0),
            sameField ? 1 : 0);

        bool IsPlace(uint pair) => text.PlacePairs.Contains(pair) || theirs.Villages.Marks.Contains(pair) || theirs.TownNames.Marks.Contains(pair);
    }

    /// <summary>The same words of another place, with other numbers, or again another month: whoever writes so tells another matter.</summary>
    private static bool IsFormLetter(KnownText known, NewText text)
    {
        if (known.Prints.Sketch is not { } theirs || text.Prints.Sketch is not { } mine)
        {
            return false;
        }

        var (likeness, contained) = mine.Compare(theirs);
        return (likeness >= AlikeWords || contained >= ContainedWords) && (known.Distance(text.At) > MatterFinder.ReprintSpan || MatterFinder.IsLookAlike(known, text));
    }

    private double? Score(NewText text, KnownText known)
    {
        if (Compare(text, known)?.ToArray() is not { } features)
        {
            return null;
        }

        return book.Kinship.Score(features);
    }

    private double MeanScore(Incident incident, NewText text) =>
        book.Texts.OfIncident(incident.Id).TakeLast(TextsCompared).Select(known => Math.Max(Stranger, Score(text, known) ?? Stranger)).DefaultIfEmpty(Stranger).Average();

    private static bool IsFresh(KnownText nearest, NewText text, Level level) => level < Level.Major || nearest.Distance(text.At) <= GraveSpan;

    /// <summary>The incident's texts name villages, this one does too, and none is the same.</summary>
    private bool IsElsewhere(Incident incident, NewText text)
    {
        var texts = book.Texts.OfIncident(incident.Id);
        return !text.Prints.Villages.IsEmpty
            && texts.Any(known => !known.Prints.Villages.IsEmpty)
            && texts.All(known => Common(text.Prints.Villages, known.Prints.Villages, text.Prints.Pairs, known.Prints.Pairs) is null);
    }

    /// <summary>Gives the rarest name that one text gives in full and the other has at least the letters of; null when none.</summary>
    private uint? Common(MarkSet mine, MarkSet theirs, LetterPairs myPairs, LetterPairs theirPairs)
    {
        uint? rarest = null;
        foreach (var name in mine.Marks)
        {
            rarest = theirPairs.Has(name) && IsRarer(name, rarest) ? name : rarest;
        }

        foreach (var name in theirs.Marks)
        {
            rarest = myPairs.Has(name) && IsRarer(name, rarest) ? name : rarest;
        }

        return rarest;
    }

    private bool IsRarer(uint name, uint? than) => than is not { } other || book.Texts.WeightOf(name) > book.Texts.WeightOf(other);

    private static bool IsSameTitle(string? one, string? other) => one is not null && other is not null && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    /// <summary>Counties and districts; a name in 市 may be a county-level city or the whole area, and rules nothing out.</summary>
    private static List<string> Counties(IReadOnlyList<string> regions) => [.. regions.Where(region => region[^1] is '县' or '区')];

    private static bool AreDisjoint(List<string> one, List<string> other) => one.Count > 0 && other.Count > 0 && !one.Intersect(other).Any();
}
