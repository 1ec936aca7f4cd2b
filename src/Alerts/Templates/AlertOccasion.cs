using OpinionWatch.Alerts.Links;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>All that the words of an alert depend on.</summary>
public sealed record AlertOccasion
{
    /// <summary>The incident as it is now.</summary>
    public required Incident Incident { get; init; }

    /// <summary>The step that asks for the alert.</summary>
    public required EscalationStep Step { get; init; }

    /// <summary>0 for the step itself, 1, 2, … for its repetitions.</summary>
    public int Occurrence { get; init; }

    /// <summary>It is put in the outbox later than it should have been, and says so.</summary>
    public bool Late { get; init; }

    /// <summary>By how much it is late; counted only when <see cref="Late"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>When it came about, where it is held until <see cref="Now"/> because its receiver is left in peace; null when it is not held.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>The person it goes to.</summary>
    public required Contact Contact { get; init; }

    /// <summary>By which channel.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Names of levels.</summary>
    public required EscalationPolicy Policy { get; init; }

    /// <summary>Organisation, zone, console.</summary>
    public required AlertsOptions Options { get; init; }

    /// <summary>Signs the link by which the person acknowledges from a mail; null: the link leads to the incident's page.</summary>
    public AcknowledgeTokens? Tokens { get; init; }

    /// <summary>Names of sources by their ids; one that is missing is shown by its id.</summary>
    public IReadOnlyDictionary<string, string> SourceNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The instant it is meant to be read: now, or when it is no longer held.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How far the incident's own time is ahead of the machine's clock because that was set back: spans since its detection and until its deadlines are reckoned in it. Nearly always zero.</summary>
    public TimeSpan Lead { get; init; }

    internal DateTimeOffset Own => Now + Lead;
}
