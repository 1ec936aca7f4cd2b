namespace OpinionWatch.Rules.Evaluation;

/// <summary>The arithmetic of scores.</summary>
internal static class Shares
{
    /// <summary>A part of a whole; 1 of nothing.</summary>
    public static double Of(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>Harmonic mean of two shares; 0 when both are.</summary>
    public static double Harmonic(double a, double b) => a + b > 0 ? 2 * a * b / (a + b) : 0;
}
