using System.Collections.ObjectModel;

namespace OpinionWatch.Model;

/// <summary>A site we watch (信源): one entry of <c>config/sites/*.yaml</c>.</summary>
public sealed record Source
{
    /// <summary>Short name, unique in the configuration: letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>How it publishes.</summary>
    public SourceKind Kind { get; init; } = SourceKind.Auto;

    /// <summary>What kind of voice it is.</summary>
    public SourceTier Tier { get; init; } = SourceTier.Portal;

    /// <summary>The region the source itself implies; null for national sources.</summary>
    public string? Region { get; init; }

    /// <summary>Addresses a visit starts from: list pages, boards, feeds. At least one; http or https. Those of a digital newspaper hold <c>{yyyy}</c>, <c>{MM}</c>, <c>{dd}</c> for the day, in their original string.</summary>
    public required IReadOnlyList<Uri> Start { get; init; }

    /// <summary>Time between two visits. Default 5 minutes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>No interval was asked for: <see cref="Every"/> is only a beginning, and each list is visited as its own history and the time of day ask for.</summary>
    public bool Adaptive { get; init; }

    /// <summary>Least pause between two requests to the host; null takes <c>fetch.delay</c>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>How many pages of a list a visit follows; <see cref="int.MaxValue"/> for <c>all</c>. Default 1.</summary>
    public int ListPages { get; init; } = 1;

    /// <summary>How a JSON answer is read; null lets the reader find the list and its fields by their usual names.</summary>
    public JsonPaths? Json { get; init; }

    /// <summary>Headers sent to the site besides the usual ones; only to the hosts of <see cref="Start"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Cookies the site sets are sent back to the host that set them, until the process ends. Default false.</summary>
    public bool Cookies { get; init; }

    /// <summary>Its pages are built by script: they are rendered with an installed Chromium before they are read. Default false.</summary>
    public bool Render { get; init; }

    /// <summary>Hosts besides its own that the scripts of its pages may come from and ask, as a CDN; only with <see cref="Render"/>.</summary>
    public IReadOnlyList<string> RenderHosts { get; init; } = [];

    /// <summary>SHA-256 fingerprint of the site's certificate, 64 hexadecimal digits: that one is trusted whatever is wrong with it. Null trusts valid certificates only.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>CSS selectors that say where things stand on this site's item pages; null leaves it to the reader.</summary>
    public SourceSelectors? Select { get; init; }

    /// <summary>False pauses the source: it stays in the console, and no request is made.</summary>
    public bool Enabled { get; init; } = true;
}
