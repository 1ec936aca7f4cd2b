namespace OpinionWatch.Incidents.Correlation;

/// <summary>What makes a text belong, or not belong, to an incident, from how near it is to each of the incident's texts.</summary>
/// <param name="Nearest">Score of the nearest text.</param>
/// <param name="Next">Score of the next nearest; of one text alone, its own.</param>
/// <param name="Mean">Mean over all that have anything in common with it.</param>
/// <param name="Near">Share of the texts it is nearer to than not.</param>
/// <param name="Elsewhere">Share of the texts that name another place, or lie too far back.</param>
/// <param name="Size">Logarithm of their number.</param>
public sealed record IncidentFeatures(double Nearest, double Next, double Mean, double Near, double Elsewhere, double Size)
{
    /// <summary>Their number.</summary>
    public const int Count = 6;

    private const double Stranger = -6;
    private const double Same = 8;

    /// <summary>Gathers them.</summary>
    /// <param name="scores">Scores of the incident's texts; null where there is next to nothing in common, negative infinity where something rules out one matter.</param>
    public static IncidentFeatures Of(IReadOnlyList<double?> scores)
    {
        double[] sorted = [.. scores.OfType<double>().Where(double.IsFinite).Select(score => Math.Clamp(score, Stranger, Same)).DefaultIfEmpty(Stranger).OrderDescending()];
        return new(
            sorted[0],
            sorted[Math.Min(1, sorted.Length - 1)],
            sorted.Average(),
            sorted.Count(score => score > 0) / (double)Math.Max(1, scores.Count),
            scores.Count(score => score is double.NegativeInfinity) / (double)Math.Max(1, scores.Count),
            Math.Log(Math.Max(1, scores.Count)));
    }

    /// <summary>Gives them as a vector, in the order of the parameters.</summary>
    public double[] ToArray() => [Nearest, Next, Mean, Near, Elsewhere, Size];
}
