namespace OpinionWatch.Model;

/// <summary>Name of the meter all figures of the service belong to (<c>GET /metrics</c>).</summary>
public static class Meters
{
    /// <summary>The name.</summary>
    public const string Name = "OpinionWatch";
}
