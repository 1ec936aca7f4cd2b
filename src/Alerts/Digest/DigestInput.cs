using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>All that a digest of a period is made from.</summary>
public sealed record DigestInput
{
    /// <summary>First instant of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Incidents that are live or ended in the period or later; others are left out by the builder.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Documents kept in the period.</summary>
    public IReadOnlyList<KeptDocument> Documents { get; init; } = [];

    /// <summary>Coverage of every source.</summary>
    public IReadOnlyList<SourceCoverage> Coverage { get; init; } = [];

    /// <summary>Dead letters and deliveries that still fail.</summary>
    public IReadOnlyList<Delivery> Troubled { get; init; } = [];

    /// <summary>Names of sources by their ids.</summary>
    public IReadOnlyDictionary<string, string> SourceNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of contacts by their ids.</summary>
    public IReadOnlyDictionary<string, string> ContactNames { get; init; } = new Dictionary<string, string>();
}
