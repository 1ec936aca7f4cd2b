namespace OpinionWatch.Incidents.Correlation;

/// <summary>How much each of <see cref="MatterFeatures"/> says for or against one matter.</summary>
/// <param name="Base">What is added to every score.</param>
/// <param name="Weights">One a feature, in their order.</param>
public sealed record KinshipWeights(double Base, IReadOnlyList<double> Weights)
{
    /// <summary>The weights in force: a logistic regression over all pairs of <c>tests/Corpus/matters.jsonl</c>, learned anew by the test <c>KinshipLearner</c>.</summary>
    public static KinshipWeights Learned { get; } = new(
        9.44,
        [-1.44, -4.63, 1.07, 0.53, 4.26, -0.44, -2.96, 6.17, 1.24, -2.30, 2.01, 1.67, 0.26]);

    /// <summary>Scores two texts; above 0 they are likelier of one matter than not.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = Base;
        for (var i = 0; i < features.Length; i++)
        {
            score += Weights[i] * features[i];
        }

        return score;
    }
}
