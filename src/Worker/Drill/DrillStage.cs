namespace OpinionWatch.Worker.Drill;

/// <summary>A stage the canary has passed.</summary>
/// <param name="Name">Which one, in Chinese.</param>
/// <param name="At">When.</param>
/// <param name="Seconds">Seconds since publication.</param>
internal sealed record DrillStage(string Name, DateTimeOffset At, double Seconds);
