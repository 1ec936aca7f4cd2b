using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>What became of an act. A closed type.</summary>
public abstract record ActAnswer
{
    private ActAnswer()
    {
    }

    /// <summary>Done and on disk.</summary>
    /// <param name="Incident">The incident to show now.</param>
    public sealed record Done(Incident Incident) : ActAnswer;

    /// <summary>There is no such incident.</summary>
    /// <param name="Id">The id asked for.</param>
    public sealed record NotFound(string Id) : ActAnswer;

    /// <summary>Something happened that the person had not seen; nothing was done.</summary>
    /// <param name="Incident">The incident as it stands.</param>
    public sealed record Stale(Incident Incident) : ActAnswer;

    /// <summary>It is not allowed now.</summary>
    /// <param name="Reason">Why, for the person who tried.</param>
    /// <param name="Allowed">What is allowed.</param>
    public sealed record Refused(string Reason, string Allowed) : ActAnswer;

    /// <summary>It makes no sense as asked.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Invalid(string Reason) : ActAnswer;
}
