using System.Buffers;
using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds the grave facts told as having happened near the bureau's matter: harm, force, crowds, scale, misconduct.</summary>
internal sealed class FactFinder(GradingOptions grading)
{
    private static readonly SearchValues<char> DoneMarks = SearchValues.Create("已了到");
    private static readonly SearchValues<string> Returns = SearchValues.Create(["搬回", "返回", "返家", "回迁", "重返", "回到家"], StringComparison.Ordinal);

    /// <summary>做到避险转移不落一人: what is demanded counts nobody.</summary>
    private static readonly SearchValues<string> Wished = SearchValues.Create(["不落一", "不漏一", "一个不落", "一户不", "一人不", "不少一", "应转尽转", "应撤尽撤", "应转必转", "确保", "做到"], StringComparison.Ordinal);

    private readonly ScaleFacts _scale = new(grading);

    /// <summary>The facts of one document.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="ownAccount">An authority tells of its own work: only harm to people counts, and a forced demolition that is the case it acts on.</param>
    /// <param name="accuses">The document complains or lays open: tons and mu beside what may be lawful too count.</param>
    public Facts Find(Reading reading, bool ownAccount, bool accuses)
    {
        var facts = new Facts();
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && FactOf(reading, i, ownAccount) is { } fact && Counts(reading, i, fact, ownAccount))
            {
                facts.Add(OfStaff(reading, i, fact) ?? fact, reading.Original(one));
            }
        }

        CountedFacts.Add(reading, facts);
        if (!ownAccount)
        {
            CountedFacts.AddGifts(reading, facts);
            AddRuins(reading, facts);
            AddPressure(reading, facts);
            _scale.Add(reading, facts, accuses);
        }

        return facts;
    }

    /// <summary>Whether a death, an injury, an evacuation, violence, corruption or a case of forced demolition is told as having happened.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="peopleOnly">Only a death, an injury or an evacuation.</param>
    public static bool TellsOfHarm(Reading reading, bool peopleOnly = false)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && (IsToPeople(one.Term.Role) || (!peopleOnly && one.Term.Role is TermRole.Violence or TermRole.Corruption or TermRole.Act)) && FactOf(reading, i, ownAccount: true) is { } fact && Counts(reading, i, fact, ownAccount: true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Counts(Reading reading, int index, string fact, bool ownAccount) =>
        reading.IsReal(index) && (fact != FactorNames.Evacuation || reading.Document.Kind is DocumentKind.Thread or DocumentKind.Reply || IsDone(reading, index, ownAccount)) && NearMatter(reading, index, fact) && !IsOthers(reading, index, fact);

    /// <summary>Who tells that people were moved says how many, or that it is done; who warns or inspects says that they would be: 及时撤离, 撤离路线.</summary>
    private static bool IsDone(Reading reading, int index, bool ownAccount)
    {
        var (start, end) = reading.Clause(index);
        var clause = reading.Text.Span[start..end];
        return !clause.ContainsAny(Returns) && !clause.ContainsAny(Wished) && IsDone(clause, ownAccount);
    }

    private static bool IsDone(ReadOnlySpan<char> clause, bool ownAccount) =>
        clause.ContainsAny(DoneMarks) || clause.IndexOf("连夜") >= 0 || clause.IndexOf("全部") >= 0 || (!ownAccount && clause.IndexOf("紧急") >= 0)
            || Quantities.List(clause).Exists(static one => one.Unit is '人' or '户');

    private static string? FactOf(Reading reading, int index, bool ownAccount) => reading.Found[index].Term.Role switch
    {
        TermRole.Death => FactorNames.Death,
        TermRole.Injury => FactorNames.Injury,
        TermRole.Corruption => FactorNames.Corruption,
        TermRole.Evacuation => FactorNames.Evacuation,
        TermRole.Violence => FactorNames.Violence,
        TermRole.Crowd => FactorNames.Crowd,
        TermRole.Act when reading.Found[index].Term.IsForce && (!ownAccount || Cases.Name(reading, index)) => FactorNames.ForcedDemolition,
        _ when ownAccount => null,
        TermRole.Damage => FactorNames.Damage,
        TermRole.Petition => FactorNames.Petition,
        TermRole.ManyHouseholds => FactorNames.ManyHouseholds,
        TermRole.Conduct => FactorNames.Conduct,
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

    private static bool IsToPeople(TermRole role) => role is TermRole.Death or TermRole.Injury or TermRole.Evacuation;

    private static bool NearMatter(Reading reading, int index, string fact)
    {
        if (fact == FactorNames.ForcedDemolition)
        {
            return true;
        }

        var one = reading.Found[index];
        var near = reading.Between(index, one.Start - Matters.Near, one.End + Matters.Near);
        return fact is FactorNames.Death or FactorNames.Injury or FactorNames.Evacuation
            ? near.Any(static other => Matters.Endanger(other.Term)) || Matters.AreTitle(reading)
            : near.Any(static other => Vocabulary.IsAnchor(other.Term.Role)) || (fact == FactorNames.Violence && Matters.AreTitle(reading));
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

            elsewhere |= Scenes.IsScene(reading, other);
        }

        return elsewhere;
    }

    private static void AddRuins(Reading reading, Facts facts)
    {
        foreach (var index in Ruins.List(reading))
        {
            facts.Add(FactorNames.ForcedDemolition, reading.Original(reading.Found[index]));
        }
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
