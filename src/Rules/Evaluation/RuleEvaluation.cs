using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>How well the rules judge labelled documents.</summary>
public sealed record RuleEvaluation
{
    /// <summary>Documents scored.</summary>
    public required int Documents { get; init; }

    /// <summary>Share of those said to be relevant that are; 1 when none was said to be.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of the relevant that were found; 1 when there is none.</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall.</summary>
    public required double F1 { get; init; }

    /// <summary>Share of the labelled levels that were met; 1 when none was labelled.</summary>
    public required double LevelAccuracy { get; init; }

    /// <summary>Documents labelled with level none that were given general or higher: people would have been told for nothing.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Labelled level → given level → how many.</summary>
    public required IReadOnlyDictionary<Level, IReadOnlyDictionary<Level, int>> Confusion { get; init; }

    /// <summary>Scores the pairs.</summary>
    public static RuleEvaluation Of(IReadOnlyCollection<EvaluationPair> pairs)
    {
        var right = pairs.Count(pair => pair.Relevant && pair.Analysis.Relevant);
        var precision = Share(right, pairs.Count(pair => pair.Analysis.Relevant));
        var recall = Share(right, pairs.Count(pair => pair.Relevant));
        var levelled = pairs.Where(pair => pair.Level is not null).ToArray();
        return new RuleEvaluation
        {
            Documents = pairs.Count,
            Precision = precision,
            Recall = recall,
            F1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
            LevelAccuracy = Share(levelled.Count(pair => pair.Level == pair.Analysis.Level), levelled.Length),
            FalseAlarms = levelled.Count(pair => pair.Level == Level.None && pair.Analysis.Level >= Level.General),
            Confusion = levelled.GroupBy(pair => pair.Level!.Value).OrderBy(group => group.Key).ToDictionary(
                group => group.Key,
                group => (IReadOnlyDictionary<Level, int>)group.GroupBy(pair => pair.Analysis.Level).OrderBy(given => given.Key).ToDictionary(given => given.Key, given => given.Count())),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
