using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>A step of the policy, or a repetition of one, that an incident has reached and nobody was told of yet.</summary>
/// <param name="Step">The step as configured.</param>
/// <param name="Name">Its lasting name (<see cref="StepNames"/>): what <see cref="StepTaken.Step"/> keeps.</param>
/// <param name="Occurrence">0 for the step itself, 1, 2, … for its repetitions.</param>
/// <param name="DueAt">The instant it is due; stays the same however late it is taken.</param>
/// <param name="Late">It comes later than <c>lateAfter</c> behind <paramref name="DueAt"/>, and must say so (【补发】).</param>
public sealed record DueStep(EscalationStep Step, string Name, int Occurrence, DateTimeOffset DueAt, bool Late)
{
    /// <summary>Gives the change that keeps that the step was taken; to be kept in the same write as its alerts.</summary>
    public IncidentChange TakenAt(Incident incident, DateTimeOffset now) =>
        new IncidentChange.StepDone(new StepTaken(Name, Occurrence, DueAt, now)) { IncidentId = incident.Id, At = now };
}
