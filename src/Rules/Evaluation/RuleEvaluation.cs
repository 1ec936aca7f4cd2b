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

    /// <summary>Relevance in numbers: labelled, said and both.</summary>
    public required ClassScore Relevance { get; init; }

    /// <summary>Share of the labelled levels that were met; 1 when none was labelled.</summary>
    public required double LevelAccuracy { get; init; }

    /// <summary>Documents labelled with level none that were given general or higher: people would have been told for nothing.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Labelled level → given level → how many.</summary>
    public required IReadOnlyDictionary<Level, IReadOnlyDictionary<Level, int>> Confusion { get; init; }

    /// <summary>Score of each level that was labelled or given.</summary>
    public required IReadOnlyDictionary<Level, ClassScore> Levels { get; init; }

    /// <summary>Share of the labelled stances that were met; 1 when none was labelled.</summary>
    public required double StanceAccuracy { get; init; }

    /// <summary>Labelled stance → given stance → how many.</summary>
    public required IReadOnlyDictionary<Stance, IReadOnlyDictionary<Stance, int>> StanceConfusion { get; init; }

    /// <summary>Score of each stance that was labelled or given.</summary>
    public required IReadOnlyDictionary<Stance, ClassScore> Stances { get; init; }

    /// <summary>Scores the pairs.</summary>
    public static RuleEvaluation Of(IReadOnlyCollection<EvaluationPair> pairs)
    {
        var relevance = new ClassScore(
            pairs.Count(static pair => pair.Relevant),
            pairs.Count(static pair => pair.Analysis.Relevant),
            pairs.Count(static pair => pair.Relevant && pair.Analysis.Relevant));
        var levels = pairs.Where(static pair => pair.Level is not null).Select(static pair => (Told: pair.Level!.Value, Given: pair.Analysis.Level)).ToArray();
        var stances = pairs.Where(static pair => pair.Stance is not null).Select(static pair => (Told: pair.Stance!.Value, Given: pair.Analysis.Stance)).ToArray();
        return new RuleEvaluation
        {
            Documents = pairs.Count,
            Precision = relevance.Precision,
            Recall = relevance.Recall,
            F1 = relevance.F1,
            Relevance = relevance,
            LevelAccuracy = Shares.Of(levels.Count(static one => one.Told == one.Given), levels.Length),
            FalseAlarms = levels.Count(static one => one.Told == Level.None && one.Given >= Level.General),
            Confusion = Evaluation.Confusion.Of(levels),
            Levels = Evaluation.Confusion.Scores(levels),
            StanceAccuracy = Shares.Of(stances.Count(static one => one.Told == one.Given), stances.Length),
            StanceConfusion = Evaluation.Confusion.Of(stances),
            Stances = Evaluation.Confusion.Scores(stances),
        };
    }
}
