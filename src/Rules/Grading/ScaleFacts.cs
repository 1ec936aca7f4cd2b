using System.Buffers;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds how large a matter is: numbers of households, mu, tons, boats and trucks, and words for large destruction.</summary>
internal sealed class ScaleFacts(GradingOptions grading)
{
    private const double ManyTons = 10_000;
    private const double ManyBoats = 3;
    private const double MostBoats = 500;
    private const double ManyTrucks = 20;
    private const double MostTrucks = 100_000;
    private const int DestroyedReach = 40;

    /// <summary>What destroys land, told near its extent in a complaint: 三百多亩…推平.</summary>
    private static readonly SearchValues<string> Destroying = SearchValues.Create(
        ["推平", "推成", "推了", "推掉", "推光", "填了", "填成", "填平", "填掉", "填埋", "挖了", "挖掉", "挖空", "开挖", "已开挖", "挖成", "挖塘", "挖深", "毁了", "毁掉", "毁坏", "硬化", "打水泥", "打了水泥", "水泥桩", "浇了水泥", "倒水泥", "砍了", "砍光", "砍掉", "铲平", "铲了", "铲掉", "围垦", "围了", "围起", "抽干", "泥浆", "板结", "压占", "取土", "挖山", "炸山", "削去", "削平"], StringComparison.Ordinal);

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
            '亩' when value >= grading.Points[FactorNames.MuFrom] && (Matters.HappenNear(reading, start, end, Topics.Farmland, Topics.IllegalUse) || (accuses && IsDestroyed(reading, start, end))) => FactorNames.LargeLand,
            '吨' when value >= ManyTons && (Matters.HappenNear(reading, start, end, Topics.Minerals, Topics.Minerals) || (accuses && Matters.DigNear(reading, start, end))) => FactorNames.LargeMining,
            '船' when accuses && value is >= ManyBoats and < MostBoats && Matters.HappenNear(reading, start, end, Topics.Minerals, Topics.Minerals) => FactorNames.LargeMining,
            '车' when accuses && value is >= ManyTrucks and < MostTrucks && Matters.HappenNear(reading, start, end, Topics.Minerals, Topics.Minerals) => FactorNames.LargeMining,
            _ => null,
        };
    }

    private static bool IsDestroyed(Reading reading, int start, int end)
    {
        var text = reading.Text.Span;
        return text[Math.Max(0, start - DestroyedReach)..Math.Min(text.Length, end + DestroyedReach)].ContainsAny(Destroying)
            && Matters.StandNear(reading, start, end, static term => Vocabulary.IsAnchor(term.Role) && term.Topic is Topics.Farmland or Topics.IllegalUse or Topics.Minerals or Topics.Land);
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
