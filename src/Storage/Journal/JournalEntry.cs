using System.Text.Json.Serialization;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Journal;

/// <summary>What one record of the journal says.</summary>
/// <remarks>A closed type. Names of cases are in journals on disk and never change.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(All), "kept")]
[JsonDerivedType(typeof(Deliveries), "deliveries")]
[JsonDerivedType(typeof(Act), "audit")]
[JsonDerivedType(typeof(Page), "evidence")]
[JsonDerivedType(typeof(Gap), "gap")]
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>Everything one document, act or passing of time brought about.</summary>
    public sealed record All(Kept Kept) : JournalEntry;

    /// <summary>What became of deliveries.</summary>
    public sealed record Deliveries(IReadOnlyList<DeliveryChange> Changes) : JournalEntry;

    /// <summary>An act that belongs to no incident.</summary>
    public sealed record Act(AuditEntry Done) : JournalEntry;

    /// <summary>Bytes appended to an evidence file.</summary>
    public sealed record Page(EvidenceExtent Extent) : JournalEntry;

    /// <summary>The journal was found shorter than it had been; the verifier never passes it again.</summary>
    public sealed record Gap(DateTimeOffset At, string Why) : JournalEntry;
}
