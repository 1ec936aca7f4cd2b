using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Weighs whether the matter is the bureau's, and which of its fields.</summary>
internal static class Relevance
{
    private const int Company = 60;
    private const int ShortText = 400;
    private const int LongText = 1500;
    private const int MostTopics = 4;

    /// <summary>Topics by weight when the matter is the bureau's; null when it is not.</summary>
    public static IReadOnlyList<string>? Topics(Reading reading)
    {
        var weights = reading.Scratch.Weights.Emptied();
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!Vocabulary.IsAnchor(one.Term.Role) || (one.Inner && CoveredByAnchor(reading, i)) || InFiction(reading, i))
            {
                continue;
            }

            var weight = Weight(one.Term.Role) * (reading.InTitle(one) ? 1.5 : 1);
            if (weights.TryGetValue(one.Term, out var already))
            {
                var most = Weight(one.Term.Role) * 2;
                weights[one.Term] = Math.Min(most, Math.Max(already, weight) + (Weight(one.Term.Role) / 4));
            }
            else if (one.Term.Role != TermRole.Object || HasCompany(reading, i))
            {
                weights[one.Term] = weight;
            }
        }

        return weights.Terms.Count > 0 && weights.Sum() + ConductWeight(reading, weights) >= Needed(reading) ? Ranked(weights) : null;
    }

    private static double Weight(TermRole role) => role switch
    {
        TermRole.Act => 1.5,
        TermRole.Agency => 0.6,
        TermRole.Object => 0.5,
        _ => 1.0,
    };

    private static double Needed(Reading reading)
    {
        var letter = reading.Has(TermRole.Salutation) || (reading.Has(TermRole.FirstPerson) && (reading.Has(TermRole.Grievance) || reading.Has(TermRole.Inquiry)));
        return letter || reading.Text.Length <= ShortText ? 1.0 : reading.Text.Length <= LongText ? 1.5 : 2.0;
    }

    private static double ConductWeight(Reading reading, TermWeights weights) =>
        (weights.Terms.Exists(static term => term.Role == TermRole.Agency) && (reading.Has(TermRole.Conduct) || reading.Has(TermRole.Corruption) || reading.Has(TermRole.Grievance)))
        || (reading.Has(TermRole.Corruption) && weights.Terms.Exists(IsLand))
        || (reading.Has(TermRole.Damage) && weights.Terms.Exists(static term => term.Topic == Lexicons.Topics.Minerals)) ? 0.5 : 0;

    private static bool IsLand(Term term) =>
        term.Role == TermRole.Object && term.Topic is Lexicons.Topics.Land or Lexicons.Topics.Farmland or Lexicons.Topics.Expropriation or Lexicons.Topics.IllegalUse or Lexicons.Topics.Minerals;

    private static bool InFiction(Reading reading, int index)
    {
        if (!reading.Has(TermRole.Fiction))
        {
            return false;
        }

        var (start, end) = reading.Sentence(index);
        return reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.Fiction) && !reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.FirstPerson);
    }

    private static bool HasCompany(Reading reading, int index)
    {
        var one = reading.Found[index];
        return reading.Between(index, one.Start - Company, one.End + Company).Any(other =>
            !other.Inner && other.Term != one.Term
            && (Vocabulary.IsAnchor(other.Term.Role) || other.Term.Role is TermRole.Grievance or TermRole.Inquiry or TermRole.Conduct or TermRole.Corruption or TermRole.Damage or TermRole.FirstPerson));
    }

    private static bool CoveredByAnchor(Reading reading, int index)
    {
        var one = reading.Found[index];
        return reading.Between(index, one.Start - 24, one.End).Any(other => other.Start <= one.Start && other.End >= one.End && Vocabulary.IsAnchor(other.Term.Role));
    }

    private static string[] Ranked(TermWeights weights)
    {
        var topics = new List<(string Topic, double Weight)>();
        foreach (var term in weights.Terms)
        {
            var at = topics.FindIndex(topic => topic.Topic == term.Topic);
            if (at >= 0)
            {
                topics[at] = (topics[at].Topic, topics[at].Weight + weights[term]);
            }
            else if (term.Topic is not null)
            {
                topics.Add((term.Topic, weights[term]));
            }
        }

        topics.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Topic, b.Topic));
        return [.. topics.Take(MostTopics).Select(static topic => topic.Topic)];
    }
}
