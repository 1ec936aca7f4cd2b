namespace OpinionWatch.Model;

/// <summary>An escalation step that was carried out.</summary>
/// <param name="Step">The step's key (<see cref="EscalationStep.Key"/>).</param>
/// <param name="Occurrence">0 for the step itself, 1, 2, … for its repetitions.</param>
/// <param name="DueAt">The instant it was due.</param>
/// <param name="TakenAt">The instant it was put in the outbox.</param>
public sealed record StepTaken(string Step, int Occurrence, DateTimeOffset DueAt, DateTimeOffset TakenAt);
