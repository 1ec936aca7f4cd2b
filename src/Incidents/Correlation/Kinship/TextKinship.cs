using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Says how likely two texts tell one matter.</summary>
internal sealed class TextKinship(IncidentBook book)
{
    private const double LeastShared = 20;

    /// <summary>惠民新城 is a name, however common 惠民 is.</summary>
    private const double LeastPlace = 3;
    private const double LittleTitle = 10;
    private static readonly TimeSpan Span = TimeSpan.FromDays(150);

    /// <summary>Scores them; above 0 they are likelier of one matter than not. Null when they share next to nothing, negative infinity when a place or time rules it out.</summary>
    public double? Score(NewText text, KnownText known) =>
        Conflict(text, known) ? double.NegativeInfinity : Compare(text, known)?.ToArray() is { } features ? book.Kinship.Score(features) : null;

    /// <summary>Says whether a place or time rules out that they tell one matter.</summary>
    public bool Conflict(NewText text, KnownText known)
    {
        var (mine, theirs) = (text.Prints, known.Prints);
        var regions = known.Document.Regions;
        return known.Distance(text.At) > Span
            || Regional.AreOfOtherCounties(regions, text.Regions)
            || mine.Anonymous.Diverges(theirs.Anonymous)
            || (CommonVillage(mine, theirs) is null
                && ((!mine.Anchored.IsEmpty && !theirs.Anchored.IsEmpty) || (Regional.AreOfOtherTowns(regions, text.Regions) && Regional.Towns(regions).Count() < 2 && Regional.Towns(text.Regions).Count() < 2)));
    }

    /// <summary>Compares two that are not in conflict; null when they share next to nothing.</summary>
    internal MatterFeatures? Compare(NewText text, KnownText known)
    {
        var (mine, theirs) = (text.Prints, known.Prints);
        var regions = known.Document.Regions;
        var village = CommonVillage(mine, theirs);
        var town = Common(mine.TownNames, theirs.TownNames, mine.Pairs, theirs.Pairs) is not null || Regional.Towns(regions).Intersect(Regional.Towns(text.Regions)).Any();
        var otherTown = Regional.AreOfOtherTowns(regions, text.Regions) || (!town && !mine.TownNames.IsEmpty && !theirs.TownNames.IsEmpty);
        var (all, shared, likeness, rarest, length) = ComparePairs(text, theirs);
        if (all < LeastShared)
        {
            return null;
        }

        var sameField = (book.Follow(known.IncidentId)?.Topics ?? []).Intersect(text.Topics).Any();
        var place = village is { } name ? Math.Max(LeastPlace, book.Texts.WeightOf(name)) / 6 : 0;
        var names = Math.Log(1 + NamesShared(text, theirs));
        return new MatterFeatures(
            likeness,
            Math.Log(shared + LeastShared),
            rarest,
            place,
            Math.Log(1 + known.Distance(text.At).TotalDays),
            !sameField && text.Topics.Count > 0 ? 1 : 0,
            IsSameTitle(text.TitleKey, known.TitleKey) ? 1 : 0,
            Math.Min(4, mine.Numbers.Shared(theirs.Numbers)) / 4.0,
            length,
            town ? 1 : 0,
            text.Terms.Intersect(known.Document.Terms).Count() / (Math.Min(text.Terms.Count, known.Document.Terms.Count) + 1.0),
            sameField ? 1 : 0,
            names,
            Math.Min(3, mine.Amounts.Shared(theirs.Amounts)) / 3.0,
            village is null && !mine.Villages.IsEmpty && !theirs.Villages.IsEmpty ? 1 : 0,
            otherTown ? 1 : 0,
            AnswersOther(text, known) ? 1 : 0,
            text.Terms.Count > 0 && known.Document.Terms.Count > 0 && !text.Terms.Intersect(known.Document.Terms).Any() ? 1 : 0,
            Math.Max(ShareOf(text.TitlePairs, theirs, text), ShareOf(known.TitlePairs, mine, text)));
    }

    /// <summary>Gives the rarest village that one text gives in full and the other has at least the letters of; null when none.</summary>
    internal uint? CommonVillage(DocumentPrints mine, DocumentPrints theirs) => Common(mine.Villages, theirs.Villages, mine.Pairs, theirs.Pairs);

    private (double All, double Shared, double Likeness, double Rarest, double Length) ComparePairs(NewText text, DocumentPrints theirs)
    {
        double all = 0, shared = 0, own = 0, other = 0;
        var rarest = new List<double>();
        foreach (var pair in text.Prints.Pairs.Pairs)
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

        return (all, shared, shared / Math.Sqrt((own * other) + 1), rarest.OrderDescending().Take(6).Sum() / 6, Math.Log(Math.Min(own, other) + 100));

        bool IsPlace(uint pair) => text.PlacePairs.Contains(pair) || theirs.Villages.Marks.Contains(pair) || theirs.TownNames.Marks.Contains(pair);
    }

    private double ShareOf(LetterPairs title, DocumentPrints prints, NewText text)
    {
        double all = 0, found = 0;
        foreach (var pair in title.Pairs)
        {
            var weight = text.PlacePairs.Contains(pair) ? 0 : book.Texts.WeightOf(pair);
            all += weight;
            found += prints.Pairs.Has(pair) ? weight : 0;
        }

        return found / (all + LittleTitle);
    }

    private double NamesShared(NewText text, DocumentPrints theirs)
    {
        var shared = 0.0;
        foreach (var triple in text.Prints.Triples.Triples)
        {
            shared += theirs.Triples.Has(triple) && !text.PlaceTriples.Contains(triple) ? book.Texts.WeightOfTriple(triple) : 0;
        }

        return shared;
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

    /// <summary>An answer bears the title of what it answers: on the same site another title is another letter.</summary>
    private static bool AnswersOther(NewText text, KnownText known) =>
        (text.Kind == DocumentKind.Reply || known.Document.Kind == DocumentKind.Reply)
        && text.Site is not null && text.Site == known.Document.Site
        && text.TitleKey is not null && known.TitleKey is not null && !IsSameTitle(text.TitleKey, known.TitleKey);
}
