using OpinionWatch.Rules.Evaluation;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Corpus;

public sealed class CorpusTests
{
    [TestCase("tune", 0.95, 0.90, 0)]
    [TestCase("hold", 0.95, 0.85, 0)]
    [TestCase("probe", 0.95, 0.90, 0)]
    public void The_shipped_rules_reach_the_pinned_floors(string part, double f1, double levels, int falseAlarms)
    {
        var labelled = LabelledDocument.List(part);
        var stances = 0;

        var pairs = new List<EvaluationPair>();
        foreach (var one in labelled)
        {
            var analysis = Shipped.Engine.Analyze(one.Document);
            pairs.Add(new EvaluationPair(one.Relevant, one.Level, analysis));
            stances += one.Stance is null || one.Stance == analysis.Stance ? 0 : 1;
            if (analysis.Relevant != one.Relevant || analysis.Level != one.Level || (one.Stance ?? analysis.Stance) != analysis.Stance)
            {
                TestContext.Out.WriteLine($"{one.Document.Id} {one.Document.Title}: 应 {one.Relevant}/{one.Level}/{one.Stance} 得 {analysis.Relevant}/{analysis.InArea}/{analysis.Level}/{analysis.Stance} {string.Join(' ', analysis.Hits.Select(hit => $"{hit.Matched}[{hit.Category}]"))} | {string.Join(' ', analysis.Factors.Select(factor => $"{factor.Name}{factor.Points}"))}");
            }
        }

        var evaluation = RuleEvaluation.Of(pairs);
        TestContext.Out.WriteLine($"{part}: P {evaluation.Precision:F3} R {evaluation.Recall:F3} F1 {evaluation.F1:F3} levels {evaluation.LevelAccuracy:F3} false alarms {evaluation.FalseAlarms} stances wrong {stances}");
        Assert.That(evaluation.F1, Is.GreaterThanOrEqualTo(f1));
        Assert.That(evaluation.LevelAccuracy, Is.GreaterThanOrEqualTo(levels));
        Assert.That(evaluation.FalseAlarms, Is.LessThanOrEqualTo(falseAlarms));
    }
}
