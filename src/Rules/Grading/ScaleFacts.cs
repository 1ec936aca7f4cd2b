using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds how large a matter is: numbers of households, mu and tons, and words for large destruction.</summary>
internal sealed class ScaleFacts(GradingOptions grading)
{
    private const double ManyTons = 10_000;

    /// <summary>Adds them.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="facts">Where they go.</param>
    /// <param name="accuses">It complains or lays open.</param>
    public void Add(Reading reading, Facts facts, bool accuses)
    {
        var span = reading.Text.Span;
        foreach (var quantity in Quantities.List(span))
        {
            if (FactOf(reading, quantity, accuses) is { } fact)
            {
                facts.Add(fact, span[quantity.Start..quantity.End].ToString());
            }
        }

        AddWords(reading, facts);
    }

    private string? FactOf(Reading reading, Quantity quantity, bool accuses)
    {
        var (value, unit, start, end) = quantity;
        return unit switch
        {
            '户' when value >= grading.Points[FactorNames.HouseholdsFrom] && Matters.StandNear(reading, start, end, static term => Vocabulary.IsAnchor(term.Role)) => FactorNames.ManyHouseholds,
            '亩' when value >= grading.Points[FactorNames.MuFrom] && Matters.HappenNear(reading, start, end, Topics.Farmland, Topics.IllegalUse) => FactorNames.LargeLand,
            '吨' when value >= ManyTons && (Matters.HappenNear(reading, start, end, Topics.Minerals, Topics.Minerals) || (accuses && Matters.DigNear(reading, start, end))) => FactorNames.LargeMining,
            _ => null,
        };
    }

    private static void AddWords(Reading reading, Facts facts)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role != TermRole.LargeScale || !reading.IsReal(i))
            {
                continue;
            }

            if (Matters.HappenNear(reading, one.Start, one.End, Topics.Minerals, Topics.Minerals))
            {
                facts.Add(FactorNames.LargeMining, reading.Original(one));
            }
            else if (one.Term.Topic != Topics.Minerals && Matters.HappenNear(reading, one.Start, one.End, Topics.Farmland, Topics.IllegalUse))
            {
                facts.Add(FactorNames.LargeLand, reading.Original(one));
            }
        }
    }
}
