using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds the grave facts told as having happened near the bureau's matter: harm, force, crowds, scale, misconduct.</summary>
internal sealed class FactFinder(GradingOptions grading)
{
    private const int ForcedFrom = 20;
    private readonly ScaleFacts _scale = new(grading);

    /// <summary>The facts of one document.</summary>
    public Facts Find(Reading reading, Stance stance)
    {
        var facts = new Facts();
        var publicity = stance == Stance.Publicity;
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && FactOf(one.Term, publicity) is { } fact && reading.IsReal(i) && NearMatter(reading, i, fact) && !IsOthers(reading, i, fact))
            {
                facts.Add(OfStaff(reading, i, fact) ?? fact, reading.Original(one));
            }
        }

        if (!publicity)
        {
            CountedFacts.Add(reading, facts);
            AddPressure(reading, facts);
            _scale.Add(reading, facts);
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

        var (start, end) = reading.Sentence(index);
        return reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.Agency && !other.Inner) ? name : null;
    }

    private static bool NearMatter(Reading reading, int index, string fact)
    {
        if (fact == FactorNames.ForcedDemolition)
        {
            return true;
        }

        var one = reading.Found[index];
        var near = reading.Between(index, one.Start - Matters.Near, one.End + Matters.Near);
        return fact is FactorNames.Death or FactorNames.Injury or FactorNames.Evacuation
            ? near.Any(static other => Matters.Endanger(other.Term))
            : near.Any(static other => Vocabulary.IsAnchor(other.Term.Role));
    }

    private static bool IsOthers(Reading reading, int index, string fact)
    {
        if (fact is FactorNames.Death or FactorNames.Injury && (!Victims.ArePeople(reading, index) || Victims.AreDenied(reading, reading.Found[index])))
        {
            return true;
        }

        if (fact is not (FactorNames.Death or FactorNames.Injury or FactorNames.Evacuation) || !(reading.Has(TermRole.Elsewhere) || reading.Has(TermRole.Abroad)))
        {
            return false;
        }

        var (start, end) = reading.Clause(index);
        var elsewhere = false;
        foreach (var other in reading.Between(index, start, end))
        {
            if (other.Term.Role == TermRole.Place)
            {
                return false;
            }

            elsewhere |= AreaJudge.IsScene(reading, other);
        }

        return elsewhere;
    }

    private static void AddPressure(Reading reading, Facts facts)
    {
        if (!reading.Has(TermRole.Damage))
        {
            return;
        }

        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role != TermRole.Damage || one.Inner || !one.Term.Presses || !reading.IsReal(i))
            {
                continue;
            }

            var (start, end) = reading.Sentence(i);
            if (reading.Text.Span[start..end].Contains('逼') && reading.Between(i, start, end).Any(static other => other.Term.Topic == Topics.Expropriation))
            {
                facts.Add(FactorNames.ForcedDemolition, reading.Original(one));
            }
        }
    }
}
