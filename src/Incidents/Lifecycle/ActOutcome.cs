using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>What came of a person's act: a closed type of three cases.</summary>
public abstract record ActOutcome
{
    private ActOutcome()
    {
    }

    /// <summary>The act counts.</summary>
    /// <param name="Changes">What is to be kept, in this order and in one write; empty when the act says nothing new.</param>
    public sealed record Done(IReadOnlyList<IncidentChange> Changes) : ActOutcome;

    /// <summary>The incident's state does not allow it (HTTP 409).</summary>
    /// <param name="Reason">Why, in Chinese.</param>
    /// <param name="Allowed">What its state allows; empty when nothing.</param>
    public sealed record Refused(string Reason, IReadOnlyList<IncidentAct> Allowed) : ActOutcome;

    /// <summary>The act itself is wrong or incomplete (HTTP 400), whatever the state.</summary>
    /// <param name="Reason">What is wrong, in Chinese.</param>
    public sealed record Invalid(string Reason) : ActOutcome;
}
