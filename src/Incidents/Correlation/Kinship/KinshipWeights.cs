namespace OpinionWatch.Incidents.Correlation;

/// <summary>How much each of <see cref="MatterFeatures"/>, and then of <see cref="IncidentFeatures"/>, says for or against one matter.</summary>
/// <param name="Base">What is added to every score of two texts.</param>
/// <param name="Weights">One a feature of two texts, in their order.</param>
/// <param name="IncidentBase">What is added to every score of a text and an incident.</param>
/// <param name="IncidentWeights">One a feature of a text and an incident, in their order.</param>
public sealed record KinshipWeights(double Base, IReadOnlyList<double> Weights, double IncidentBase, IReadOnlyList<double> IncidentWeights)
{
    /// <summary>The weights in force: logistic regressions over the labelled matters, learned anew by the test <c>KinshipLearner</c>.</summary>
    public static KinshipWeights Learned { get; } = new(
        7.48,
        [-9.97, 0.60, 0.49, 3.30, -0.49, -2.01, 2.78, 0.23, -1.78, 2.45, 0.83, 0.53, 0.36, -1.83, -2.87, -0.62, 0.32, 3.64],
        -1.62,
        [0.40, -0.02, 0.35, 2.12, -2.26, 0.62]);

    /// <summary>Scores two texts; above 0 they are likelier of one matter than not.</summary>
    public double Score(ReadOnlySpan<double> features) => Score(Base, Weights, features);

    /// <summary>Scores a text and an incident; above 0 it is likelier the text's than not.</summary>
    public double ScoreIncident(ReadOnlySpan<double> features) => Score(IncidentBase, IncidentWeights, features);

    private static double Score(double score, IReadOnlyList<double> weights, ReadOnlySpan<double> features)
    {
        for (var i = 0; i < features.Length; i++)
        {
            score += weights[i] * features[i];
        }

        return score;
    }
}
