using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds the grave facts told as having happened near the bureau's matter: harm, force, crowds, scale, misconduct.</summary>
internal sealed class FactFinder(GradingOptions grading)
{
    private const int Near = 100;
    private const int ForcedFrom = 20;
    private static readonly string[] Pressing = ["断水", "停水", "停电", "断电", "漆", "砸玻璃", "断我", "停我"];

    /// <summary>The facts of one document.</summary>
    public Facts Find(Reading reading, Stance stance)
    {
        var facts = new Facts();
        var publicity = stance == Stance.Publicity;
        for (var i = 0; i < reading.Found.Count; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && FactOf(one.Term, publicity) is { } fact && reading.IsReal(i) && NearMatter(reading, i, fact) && !IsOthers(reading, i, fact))
            {
                facts.Add(OfStaff(reading, i, fact) ?? fact, reading.Original(one));
            }
        }

        if (!publicity)
        {
            AddCounted(reading, facts);
            AddPressure(reading, facts);
            AddQuantities(reading, facts);
            AddScale(reading, facts);
        }

        return facts;
    }

    private static string? FactOf(Term term, bool publicity) => term.Role switch
    {
        TermRole.Death => FactorNames.Death,
        TermRole.Injury => FactorNames.Injury,
        TermRole.Corruption => FactorNames.Corruption,
        _ when publicity => null,
        TermRole.Evacuation => FactorNames.Evacuation,
        TermRole.Damage => FactorNames.Damage,
        TermRole.Violence => FactorNames.Violence,
        TermRole.Crowd => FactorNames.Crowd,
        TermRole.Petition => FactorNames.Petition,
        TermRole.ManyHouseholds => FactorNames.ManyHouseholds,
        TermRole.Conduct => FactorNames.Conduct,
        TermRole.Act when term.Points >= ForcedFrom => FactorNames.ForcedDemolition,
        _ => null,
    };

    /// <summary>The graver name of a fact told in one sentence with the bureau's own people; null when it is not.</summary>
    private static string? OfStaff(Reading reading, int index, string fact)
    {
        var name = fact switch { FactorNames.Corruption => FactorNames.StaffCorruption, FactorNames.Conduct => FactorNames.StaffConduct, _ => null };
        if (name is null)
        {
            return null;
        }

        var (start, end) = reading.Sentence(reading.Found[index]);
        return reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.Agency && !other.Inner) ? name : null;
    }

    private static bool NearMatter(Reading reading, int index, string fact)
    {
        if (fact == FactorNames.ForcedDemolition)
        {
            return true;
        }

        var one = reading.Found[index];
        var hazardOnly = fact is FactorNames.Death or FactorNames.Injury or FactorNames.Evacuation;
        return reading.Between(index, one.Start - Near, one.End + Near).Any(other => hazardOnly ? Endangers(other.Term) : Vocabulary.IsAnchor(other.Term.Role));
    }

    private static bool Endangers(Term term) =>
        term.Role == TermRole.Hazard
        || term.Role == TermRole.Violence
        || (term.Role == TermRole.Act && term.Topic != Topics.Registration)
        || (term.Role == TermRole.Matter && term.Topic is Topics.Hazard or Topics.Minerals or Topics.Expropriation or Topics.IllegalBuilding or Topics.IllegalUse or Topics.Homestead)
        || (term.Role == TermRole.Object && term.Topic is Topics.Minerals or Topics.Hazard or Topics.Expropriation);

    private static bool IsOthers(Reading reading, int index, string fact)
    {
        var one = reading.Found[index];
        if (fact is FactorNames.Death or FactorNames.Injury && (!Victims.ArePeople(reading, one) || Victims.AreDenied(reading, one)))
        {
            return true;
        }

        if (fact is not (FactorNames.Death or FactorNames.Injury or FactorNames.Evacuation))
        {
            return false;
        }

        var (start, end) = reading.Clause(one);
        var there = reading.Between(index, start, end).ToArray();
        return there.Any(other => AreaJudge.IsScene(reading, other)) && !there.Any(other => other.Term.Role == TermRole.Place);
    }

    private static void AddCounted(Reading reading, Facts facts)
    {
        var text = reading.Text.Span.ToString();
        foreach (var (start, end) in Casualties.Find(text))
        {
            if (MatterNear(reading, new Quantity(0, ' ', start, end), Endangers) && !Told(reading, start, end))
            {
                facts.Add(FactorNames.Death, text[start..end]);
            }
        }

        foreach (var (start, end) in Crowds.Find(text))
        {
            if (MatterNear(reading, new Quantity(0, ' ', start, end), term => Vocabulary.IsAnchor(term.Role)) && !Told(reading, start, end))
            {
                facts.Add(Crowds.Holds(text, end) ? FactorNames.Violence : FactorNames.Crowd, text[start..end]);
            }
        }
    }

    private static bool Told(Reading reading, int start, int end)
    {
        if (reading.IsDeniedByTitle)
        {
            return true;
        }

        var (from, to) = reading.Clause(start, end);
        var there = reading.Found.Where(one => one.Start >= from && one.Start < to).ToArray();
        var (first, last) = reading.Sentence(start, end);
        return there.Any(one => one.Term.Role == TermRole.Condition && one.Start < start)
            || (there.Any(one => AreaJudge.IsScene(reading, one)) && !there.Any(one => one.Term.Role == TermRole.Place))
            || reading.Found.Any(one => one.Start >= first && one.Start < last && one.Term.Role is TermRole.Drill or TermRole.Fiction or TermRole.Denial);
    }

    private static void AddPressure(Reading reading, Facts facts)
    {
        for (var i = 0; i < reading.Found.Count; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role != TermRole.Damage || one.Inner || !Array.Exists(Pressing, one.Term.Name.Contains) || !reading.IsReal(i))
            {
                continue;
            }

            var (start, end) = reading.Sentence(one);
            if (reading.Text.Span[start..end].Contains('逼') && reading.Between(i, start, end).Any(other => other.Term.Topic == Topics.Expropriation))
            {
                facts.Add(FactorNames.ForcedDemolition, reading.Original(one));
            }
        }
    }

    private void AddQuantities(Reading reading, Facts facts)
    {
        var span = reading.Text.Span;
        foreach (var quantity in Quantities.List(span))
        {
            var words = span[quantity.Start..quantity.End].ToString();
            if (quantity.Unit == '户' && quantity.Value >= grading.Points[FactorNames.HouseholdsFrom] && MatterNear(reading, quantity, term => Vocabulary.IsAnchor(term.Role)))
            {
                facts.Add(FactorNames.ManyHouseholds, words);
            }
            else if (quantity.Unit == '亩' && quantity.Value >= grading.Points[FactorNames.MuFrom] && RealActNear(reading, quantity, Topics.Farmland, Topics.IllegalUse))
            {
                facts.Add(FactorNames.LargeLand, words);
            }
            else if (quantity.Unit == '吨' && quantity.Value >= 10000 && RealActNear(reading, quantity, Topics.Minerals, Topics.Minerals))
            {
                facts.Add(FactorNames.LargeMining, words);
            }
        }
    }

    private static void AddScale(Reading reading, Facts facts)
    {
        for (var i = 0; i < reading.Found.Count; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role != TermRole.LargeScale || !reading.IsReal(i))
            {
                continue;
            }

            var quantity = new Quantity(0, ' ', one.Start, one.End);
            if (RealActNear(reading, quantity, Topics.Minerals, Topics.Minerals))
            {
                facts.Add(FactorNames.LargeMining, reading.Original(one));
            }
            else if (one.Term.Topic != Topics.Minerals && RealActNear(reading, quantity, Topics.Farmland, Topics.IllegalUse))
            {
                facts.Add(FactorNames.LargeLand, reading.Original(one));
            }
        }
    }

    private static bool MatterNear(Reading reading, Quantity quantity, Func<Term, bool> matter) =>
        reading.Found.Any(one => one.End > quantity.Start - Near && one.Start < quantity.End + Near && matter(one.Term));

    private static bool RealActNear(Reading reading, Quantity quantity, string topic, string otherTopic)
    {
        for (var i = 0; i < reading.Found.Count; i++)
        {
            var one = reading.Found[i];
            if (one.Start >= quantity.End + Near)
            {
                return false;
            }

            if (one.Term.Role == TermRole.Act && one.End > quantity.Start - Near && (one.Term.Topic == topic || one.Term.Topic == otherTopic) && reading.IsReal(i))
            {
                return true;
            }
        }

        return false;
    }
}
