using OpinionWatch.Alerts;
using OpinionWatch.Console;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Worker.Configuration;

/// <summary>The whole configuration, as one immutable value: what the files say, checked, with defaults filled in.</summary>
public sealed record WatchConfiguration
{
    /// <summary>Name of the bureau; empty when the file gives none.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Zone times are read and shown in.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Full path of the data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where things are kept.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>Where the console and the API listen.</summary>
    public ConsoleOptions Console { get; init; } = new();

    /// <summary>How pages are fetched, and all sites.</summary>
    public required CrawlingOptions Crawling { get; init; }

    /// <summary>All lines of <c>lexicon/*.csv</c>, in the order of the files' names.</summary>
    public IReadOnlyList<LexiconEntry> Lexicon { get; init; } = [];

    /// <summary>Full path of <c>lexicon/user.dict</c>, further words for the segmenter; null when there is none.</summary>
    public string? UserDictionary { get; init; }

    /// <summary>Points, thresholds and floors.</summary>
    public required GradingOptions Grading { get; init; }

    /// <summary>The area the bureau answers for.</summary>
    public AreaOptions Area { get; init; } = AreaOptions.Empty;

    /// <summary>Contacts and groups.</summary>
    public ContactBook Contacts { get; init; } = ContactBook.Empty;

    /// <summary>Levels, clocks, steps and limits.</summary>
    public EscalationPolicy Escalation { get; init; } = new();

    /// <summary>Mail, SMS and digest.</summary>
    public required AlertsOptions Alerts { get; init; }

    /// <summary>Where the service says that it lives.</summary>
    public HeartbeatOptions Heartbeat { get; init; } = new();

    /// <summary>Who hears of trouble of the service itself.</summary>
    public WatchdogOptions Watchdog { get; init; } = new();

    /// <summary>The weekly drill (演习).</summary>
    public DrillOptions Drill { get; init; } = new();

    /// <summary>Log files.</summary>
    public required LogOptions Logs { get; init; }

    /// <summary>SHA-256 over the names and bytes of the files that were read, 16 hexadecimal digits of it. Secrets are not in it.</summary>
    public required string Version { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"configuration {Version}";
}
