namespace OpinionWatch.Rules.Evaluation;

/// <summary>How well one answer (a level, a stance) is given.</summary>
/// <param name="Labelled">Documents people gave it.</param>
/// <param name="Given">Documents the rules gave it.</param>
/// <param name="Right">Documents both gave it.</param>
public sealed record ClassScore(int Labelled, int Given, int Right)
{
    /// <summary>Share of those given it that deserve it; 1 when none was.</summary>
    public double Precision => Shares.Of(Right, Given);

    /// <summary>Share of those that deserve it that were given it; 1 when there is none.</summary>
    public double Recall => Shares.Of(Right, Labelled);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Shares.Harmonic(Precision, Recall);
}
