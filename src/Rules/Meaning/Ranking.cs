using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Keeps the few heaviest terms, falling by weight and then rising by name.</summary>
internal static class Ranking
{
    /// <summary>Puts a term in its place, when it has one among the first <paramref name="most"/>.</summary>
    public static void Put<TWeights>(List<Term> ranked, Term term, int most, TWeights weights, Func<TWeights, Term, double> weightOf)
    {
        var weight = weightOf(weights, term);
        var at = ranked.Count;
        while (at > 0 && weightOf(weights, ranked[at - 1]) is var other && (other < weight || (other == weight && string.CompareOrdinal(ranked[at - 1].Name, term.Name) > 0)))
        {
            at--;
        }

        if (at < most)
        {
            ranked.Insert(at, term);
            if (ranked.Count > most)
            {
                ranked.RemoveAt(most);
            }
        }
    }
}
