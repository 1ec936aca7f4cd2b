using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;

namespace OpinionWatch.Rules.Tests.Evaluation;

public sealed class RuleEvaluationTests
{
    [Test]
    public void Relevance_level_and_stance_are_each_scored()
    {
        EvaluationPair[] pairs =
        [
            new(true, Level.Major, Of(true, Level.Major, Stance.Complaint), Stance.Complaint),
            new(true, Level.General, Of(true, Level.Major, Stance.Complaint), Stance.Exposure),
            new(false, Level.None, Of(true, Level.General, Stance.Neutral)),
            new(true, null, Of(false, Level.None, Stance.Neutral)),
        ];

        var evaluation = RuleEvaluation.Of(pairs);

        Assert.That(evaluation.Relevance, Is.EqualTo(new ClassScore(Labelled: 3, Given: 3, Right: 2)));
        Assert.That(evaluation.Levels[Level.Major], Is.EqualTo(new ClassScore(Labelled: 1, Given: 2, Right: 1)));
        Assert.That(evaluation.Levels[Level.Major].F1, Is.EqualTo(2.0 / 3).Within(1e-9));
        Assert.That(evaluation.Stances[Stance.Exposure], Is.EqualTo(new ClassScore(Labelled: 1, Given: 0, Right: 0)));
        Assert.That(evaluation.StanceConfusion[Stance.Exposure][Stance.Complaint], Is.EqualTo(1));
        Assert.That((evaluation.FalseAlarms, evaluation.StanceAccuracy), Is.EqualTo((1, 0.5)));
    }

    private static Analysis Of(bool relevant, Level level, Stance stance) => new() { Id = "1", Relevant = relevant, Level = level, Stance = stance };
}
