using System.Text.Json.Serialization;

namespace OpinionWatch.Model;

/// <summary>What happened to an incident; the journal keeps these, and <see cref="IncidentFold"/> says what each does.</summary>
/// <remarks>A closed type: the cases are the nested records. Names of cases are in journals on disk and never change.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(SourceChanged), "sourceChanged")]
[JsonDerivedType(typeof(LevelSet), "levelSet")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(Reported), "reported")]
[JsonDerivedType(typeof(StepDone), "stepDone")]
[JsonDerivedType(typeof(ClockMoved), "clockMoved")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Dismissed), "dismissed")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Absorbed), "absorbed")]
[JsonDerivedType(typeof(Parted), "parted")]
[JsonDerivedType(typeof(Assessed), "assessed")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(HandlingBegun), "handlingBegun")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Restored), "restored")]
public abstract record IncidentChange
{
    private IncidentChange()
    {
    }

    /// <summary>Name given as <see cref="By"/> to what the service did on its own.</summary>
    public const string System = "system";

    /// <summary>The incident it happened to.</summary>
    public required string IncidentId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; <see cref="System"/> when nobody did.</summary>
    public string By { get; init; } = System;

    /// <summary>Reason or note.</summary>
    public string? Why { get; init; }

    /// <summary>How far the incident's own time, in which its clocks and steps are reckoned, was ahead of <see cref="At"/> because the machine's clock had been set back; null where it was not.</summary>
    public TimeSpan? Lead { get; init; }

    /// <summary>A matter not known before.</summary>
    /// <param name="Incident">The incident with its first document and its clocks; <see cref="Incident.Revision"/> 0.</param>
    public sealed record Opened(Incident Incident) : IncidentChange;

    /// <summary>Another document of a known matter.</summary>
    /// <param name="Document">The document and why it belongs.</param>
    public sealed record Joined(IncidentDocument Document) : IncidentChange
    {
        /// <summary>Topics the document adds.</summary>
        public IReadOnlyList<string> Topics { get; init; } = [];
    }

    /// <summary>A document of the matter was edited, taken away or put back where it was published; what it said stays in the evidence. <see cref="Why"/> says what is different.</summary>
    /// <param name="DocumentId">The document.</param>
    /// <param name="What">What became of it.</param>
    /// <param name="Evidence">Where the page as it is now was kept; null when it could not be.</param>
    public sealed record SourceChanged(string DocumentId, SourceChange What, string? Evidence) : IncidentChange;

    /// <summary>The level was raised by what was found, or set by a person.</summary>
    /// <param name="To">The new level.</param>
    /// <param name="Clocks">All clocks of the incident from now on.</param>
    /// <param name="Grounds">The analysis that raised it; null when a person or its spread did.</param>
    public sealed record LevelSet(Level To, IReadOnlyList<Clock> Clocks, Analysis? Grounds) : IncidentChange
    {
        /// <summary>A person's act brought in a graver matter that nobody had taken over: it has to be acknowledged anew.</summary>
        public bool IsNews { get; init; }
    }

    /// <summary>签收: a named person took over.</summary>
    public sealed record Acknowledged : IncidentChange;

    /// <summary>报送: a superior body was told; stops the report clock.</summary>
    /// <param name="Report">What was reported to whom.</param>
    public sealed record Reported(UpwardReport Report) : IncidentChange;

    /// <summary>An escalation step was put in the outbox.</summary>
    /// <param name="Taken">Which one.</param>
    public sealed record StepDone(StepTaken Taken) : IncidentChange;

    /// <summary>A clock was met or missed.</summary>
    /// <param name="Clock">The clock as it stands now; replaces the one of that name.</param>
    public sealed record ClockMoved(Clock Clock) : IncidentChange;

    /// <summary>办结.</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Closed(string Outcome) : IncidentChange;

    /// <summary>排除: a false alarm.</summary>
    public sealed record Dismissed : IncidentChange;

    /// <summary>It turned out to be another incident's matter.</summary>
    /// <param name="Into">The incident that goes on.</param>
    public sealed record Merged(string Into) : IncidentChange;

    /// <summary>Documents of another incident came in by a merge, or opened this one by a split.</summary>
    /// <param name="From">The incident they came from.</param>
    /// <param name="Documents">The documents.</param>
    public sealed record Absorbed(string From, IReadOnlyList<IncidentDocument> Documents) : IncidentChange;

    /// <summary>Documents left by a split.</summary>
    /// <param name="Into">The incident they went to.</param>
    /// <param name="DocumentIds">Which ones.</param>
    public sealed record Parted(string Into, IReadOnlyList<string> DocumentIds) : IncidentChange;

    /// <summary>研判: what kind of opinion it is.</summary>
    /// <param name="Assessment">The judgement; a later one replaces it.</param>
    public sealed record Assessed(Assessment Assessment) : IncidentChange;

    /// <summary>交办: who deals with it.</summary>
    /// <param name="Assignment">Section and people; a later one replaces it.</param>
    public sealed record Assigned(Assignment Assignment) : IncidentChange;

    /// <summary>处置: the section began to act.</summary>
    public sealed record HandlingBegun : IncidentChange;

    /// <summary>A version of a text of the bureau's own was written.</summary>
    /// <param name="Text">The version, neither approved nor published.</param>
    public sealed record Drafted(PublicText Text) : IncidentChange;

    /// <summary>审定: a version was approved.</summary>
    /// <param name="Kind">Which text.</param>
    /// <param name="Version">Which version.</param>
    public sealed record Approved(PublicTextKind Kind, int Version) : IncidentChange;

    /// <summary>发布: a version was published; meets the clock of its kind.</summary>
    /// <param name="Kind">Which text.</param>
    /// <param name="Version">Which version.</param>
    /// <param name="PublishedAt">When, as the person says.</param>
    /// <param name="Link">Where it can be read; null when it has no address.</param>
    public sealed record Published(PublicTextKind Kind, int Version, DateTimeOffset PublishedAt, string? Link) : IncidentChange;

    /// <summary>A merge was undone: the incident goes on where it stood before.</summary>
    /// <param name="From">The incident it had been merged into.</param>
    public sealed record Restored(string From) : IncidentChange;
}
