using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>What a person does to an incident. A closed type.</summary>
public abstract record ActRequest
{
    private ActRequest()
    {
    }

    /// <summary>The person's name.</summary>
    public required string By { get; init; }

    /// <summary>签收.</summary>
    /// <param name="Note">What they say; null when nothing.</param>
    public sealed record Acknowledge(string? Note) : ActRequest;

    /// <summary>报送.</summary>
    /// <param name="To">The superior body.</param>
    /// <param name="At">When it was made; null = now.</param>
    /// <param name="Reference">Number of the paper.</param>
    public sealed record Report(string To, DateTimeOffset? At, string? Reference) : ActRequest;

    /// <summary>定级.</summary>
    /// <param name="Level">The level from now on.</param>
    /// <param name="Why">The reason.</param>
    public sealed record SetLevel(Level Level, string Why) : ActRequest;

    /// <summary>办结.</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Close(string Outcome) : ActRequest;

    /// <summary>排除.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Dismiss(string Why) : ActRequest;

    /// <summary>并案: another incident goes into this one.</summary>
    /// <param name="With">The incident that ends here.</param>
    public sealed record Merge(string With) : ActRequest;

    /// <summary>拆分: documents leave for an incident of their own.</summary>
    /// <param name="Documents">Their ids.</param>
    public sealed record Split(IReadOnlyList<string> Documents) : ActRequest;
}
