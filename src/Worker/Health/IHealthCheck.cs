namespace OpinionWatch.Worker.Health;

/// <summary>Looks at one part of the service. One class a check.</summary>
internal interface IHealthCheck
{
    /// <summary>Lists what is wrong now; empty when nothing is.</summary>
    Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken);
}
