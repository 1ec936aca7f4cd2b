using OpinionWatch.Model;

namespace OpinionWatch.Worker.Drill;

/// <summary>The built-in page a drill's canary is published on, as a source for the crawler.</summary>
internal static class DrillSource
{
    /// <summary>Its id; no site of the configuration can have it.</summary>
    public const string Id = "_drill";

    /// <summary>Its name.</summary>
    public const string Name = "演习页面";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Gives the source.</summary>
    /// <param name="start">Address of its list.</param>
    /// <param name="region">The bureau's area.</param>
    public static Source Of(Uri start, string region) => new()
    {
        Id = Id,
        Name = Name,
        Kind = SourceKind.Feed,
        Tier = SourceTier.Forum,
        Region = region,
        Start = [start],
        Every = Every,
        Delay = TimeSpan.Zero,
    };
}
