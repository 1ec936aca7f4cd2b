using OpinionWatch.Rules.Evaluation;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Corpus;

public sealed class CorpusTests
{
    [TestCase("tune", 0.98, 0.98, 0.95, 0.85, 4)]
    [TestCase("hold", 0.93, 0.91, 0.87, 0.72, 8)]
    [TestCase("probe", 0.97, 0.97, 0.94, 0.95, 1)]
    [TestCase("feed", 0.95, 0.96, 0.92, 0.90, 3)]
    [TestCase("frames", 0.96, 0.85, 0.76, 0.80, 1)]
    public void The_shipped_rules_reach_the_pinned_floors(string part, double precision, double recall, double levels, double stances, int falseAlarms)
    {
        var labelled = LabelledDocument.List(part);
        var (judged, right) = (0, 0);

        var pairs = new List<EvaluationPair>();
        foreach (var one in labelled)
        {
            var analysis = Shipped.Engine.Analyze(one.Document);
            pairs.Add(new EvaluationPair(one.Relevant, one.Level, analysis));
            if (one.Stance is { } stance && one.Relevant && analysis.Relevant)
            {
                judged++;
                right += stance == analysis.Stance ? 1 : 0;
            }

            if (part != "hold" && (analysis.Relevant != one.Relevant || analysis.Level != one.Level))
            {
                TestContext.Out.WriteLine($"{one.Document.Id} {one.Document.Title}: 应 {one.Relevant}/{one.Level}/{one.Stance} 得 {analysis.Relevant}/{analysis.InArea}/{analysis.Level}/{analysis.Stance} | {string.Join(' ', analysis.Factors.Select(factor => $"{factor.Name}{factor.Points}"))}");
            }
        }

        var evaluation = RuleEvaluation.Of(pairs);
        TestContext.Out.WriteLine($"{part}: P {evaluation.Precision:F3} R {evaluation.Recall:F3} F1 {evaluation.F1:F3} levels {evaluation.LevelAccuracy:F3} false alarms {evaluation.FalseAlarms} stances {right} of {judged}");
        Assert.That(evaluation.Precision, Is.GreaterThanOrEqualTo(precision));
        Assert.That(evaluation.Recall, Is.GreaterThanOrEqualTo(recall));
        Assert.That(evaluation.LevelAccuracy, Is.GreaterThanOrEqualTo(levels));
        Assert.That((double)right / judged, Is.GreaterThanOrEqualTo(stances));
        Assert.That(evaluation.FalseAlarms, Is.LessThanOrEqualTo(falseAlarms));
    }
}
