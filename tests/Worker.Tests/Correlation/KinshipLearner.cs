using OpinionWatch.Incidents.Correlation;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Learns the weights of <c>KinshipWeights</c> anew: <c>dotnet test tests/Worker.Tests --filter The_weights_of_kinship_are_learned</c>.</summary>
[Explicit("Prints weights; they are pasted into KinshipWeights by hand after MattersTests was looked at.")]
public sealed class KinshipLearner
{
    private readonly IReadOnlyList<LabelledMatter> _first = LabelledMatters.Read("matters.jsonl");
    private readonly IReadOnlyList<LabelledMatter> _second = LabelledMatters.Read("matters2.jsonl");

    /// <summary>As shipped: all of the first set and the odd matters of the second; the even ones of the second are unseen.</summary>
    [Test]
    public void The_weights_of_kinship_are_learned()
    {
        var weights = KinshipTeacher.Learn(_first, Half(_second, true));

        Print(weights);
        Tell("matters.jsonl, learned from", MatterScore.Of(_first, new IncidentBook(kinship: weights), _ => true));
        Tell("matters2.jsonl, odd half learned from", MatterScore.Of(_second, new IncidentBook(kinship: weights), _ => true));
        Tell("matters2.jsonl, even half, unseen", MatterScore.Of(_second, new IncidentBook(kinship: weights), matter => !matter.IsOdd));
        Assert.That(weights.Weights, Is.All.Not.NaN);
    }

    /// <summary>Learned from one half of the matters, scored on the other: what a set nobody has seen may expect, but for the look-alikes that are in the other half.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void The_weights_of_kinship_are_learned_from_one_half(bool odd)
    {
        var weights = KinshipTeacher.Learn(Half(_first, odd), Half(_second, odd));

        Print(weights);
        Tell("matters.jsonl, the other half", MatterScore.Of(_first, new IncidentBook(kinship: weights), matter => matter.IsOdd != odd));
        Tell("matters2.jsonl, the other half", MatterScore.Of(_second, new IncidentBook(kinship: weights), matter => matter.IsOdd != odd));
        Assert.That(weights.Weights, Is.All.Not.NaN);
    }

    private static IReadOnlyList<LabelledMatter> Half(IReadOnlyList<LabelledMatter> matters, bool odd) => [.. matters.Where(matter => matter.IsOdd == odd)];

    private static void Tell(string what, MatterScore score) => TestContext.Out.WriteLine($"{what}: {score}");

    private static void Print(KinshipWeights weights) => TestContext.Out.WriteLine(
        $"{weights.Base:0.00} [{string.Join(", ", weights.Weights.Select(weight => $"{weight:0.00}"))}] {weights.IncidentBase:0.00} [{string.Join(", ", weights.IncidentWeights.Select(weight => $"{weight:0.00}"))}]");
}
