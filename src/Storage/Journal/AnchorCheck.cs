namespace OpinionWatch.Storage.Journal;

/// <summary>Compares the chain with records known from elsewhere, as the verifier walks along it.</summary>
internal sealed class AnchorCheck(IReadOnlyList<AuditAnchor> anchors)
{
    private readonly ILookup<long, AuditAnchor> _bySequence = anchors.ToLookup(anchor => anchor.Sequence);
    private long _reached;

    /// <summary>Finds what is wrong with a record; null when nothing is.</summary>
    public string? FindFault(JournalPosition after)
    {
        _reached = after.Sequence;
        return _bySequence[after.Sequence].Any(anchor => anchor.Hash != after.Hash)
            ? $"{JournalFolder.NameOf(after.Segment)} before byte {after.Offset}: record {after.Sequence} is not the one the anchor vouches for: the journal was written anew"
            : null;
    }

    /// <summary>Finds an anchor behind the end; null when there is none.</summary>
    public string? FindMissing() => anchors.Where(anchor => anchor.Sequence > _reached).MaxBy(anchor => anchor.Sequence) is { } beyond
        ? $"the journal ends after record {_reached}, and the anchor vouches for record {beyond.Sequence}: its end was cut off"
        : null;
}
