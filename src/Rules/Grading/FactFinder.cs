using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds the grave facts told as having happened near the bureau's matter: harm, force, crowds, scale, misconduct.</summary>
internal sealed class FactFinder(GradingOptions grading)
{
    private const int Near = 100;
    private static readonly string[] Forced = ["强拆", "强制拆", "强行拆", "暴力拆", "野蛮拆", "偷拆", "非法拆", "违法拆", "逼迁", "强推", "强行推", "强挖", "拆除了我", "房子推", "家推", "房子被推", "推倒", "推了我", "房子给", "偷偷拆", "不在拆"];

    /// <summary>The facts of one document.</summary>
    public Facts Find(Reading reading, Stance stance)
    {
        var facts = new Facts();
        var publicity = stance == Stance.Publicity;
        for (var i = 0; i < reading.Found.Count; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && FactOf(one.Term, publicity) is { } fact && reading.IsReal(i) && NearMatter(reading, i, fact))
            {
                facts.Add(fact, reading.Original(one));
            }
        }

        if (!publicity)
        {
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
        TermRole.Act when Array.Exists(Forced, term.Name.Contains) => FactorNames.ForcedDemolition,
        _ => null,
    };

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
        || (term.Role is TermRole.Act or TermRole.Matter && term.Topic is Topics.Hazard or Topics.Minerals or Topics.Expropriation or Topics.IllegalBuilding or Topics.IllegalUse)
        || (term.Role == TermRole.Object && term.Topic is Topics.Minerals or Topics.Hazard or Topics.Expropriation);

    private void AddQuantities(Reading reading, Facts facts)
    {
        var span = reading.Text.Span;
        foreach (var quantity in Quantities.List(span))
        {
            var words = span[quantity.Start..quantity.End].ToString();
            if (quantity.Unit == '户' && quantity.Value >= grading.Points[FactorNames.HouseholdsFrom] && MatterNear(reading, quantity, Vocabulary.IsAnchor))
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
            else if (RealActNear(reading, quantity, Topics.Farmland, Topics.IllegalUse))
            {
                facts.Add(FactorNames.LargeLand, reading.Original(one));
            }
        }
    }

    private static bool MatterNear(Reading reading, Quantity quantity, Func<TermRole, bool> role) =>
        reading.Found.Any(one => one.End > quantity.Start - Near && one.Start < quantity.End + Near && role(one.Term.Role));

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
