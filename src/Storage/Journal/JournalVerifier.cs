namespace OpinionWatch.Storage.Journal;

/// <summary>Proves offline that journal and evidence are what was written (<c>verify</c>). Changes nothing.</summary>
public static class JournalVerifier
{
    /// <summary>Reads everything once.</summary>
    /// <param name="dataFolder">The data folder; the service may be running.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>Counts, and the first broken entry if there is one.</returns>
    /// <remarks>
    /// An empty journal of a service that never wrote is whole. A removed last segment, or records cut off the end, are found by <c>journal/head</c>. Whoever can write the folder can forge all of it, head included:
    /// against that only anchors kept elsewhere help.
    /// </remarks>
    public static Verification Verify(string dataFolder, CancellationToken cancellationToken) => Verify(dataFolder, [], cancellationToken);

    /// <summary>Reads everything once, and compares it with records known from elsewhere.</summary>
    /// <param name="dataFolder">The data folder; the service may be running.</param>
    /// <param name="anchors">Records known from elsewhere: a chain that does not hold them was cut off or written anew.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>Counts, and the first broken entry if there is one.</returns>
    public static Verification Verify(string dataFolder, IReadOnlyList<AuditAnchor> anchors, CancellationToken cancellationToken)
    {
        var known = new AnchorCheck(anchors);
        var folder = new JournalFolder(Path.Combine(dataFolder, "journal"));
        if (FindMissing(dataFolder, folder.Path) is { } missing)
        {
            return new Verification { Fault = missing };
        }

        var evidence = new EvidenceCheck(Path.Combine(dataFolder, "evidence"));
        var head = JournalHead.Find(folder.HeadPath);
        var walk = new JournalWalk(folder, head);
        foreach (var record in walk.List())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((known.FindFault(record.After) ?? FindFault(record, evidence)) is { } fault)
            {
                return walk.Describe(evidence) with { Records = record.At.Sequence, Fault = fault };
            }
        }

        var found = walk.Describe(evidence);
        if (found is { IsWhole: true, Records: 0 } && head is null && Directory.Exists(Path.Combine(dataFolder, "litedb")))
        {
            return found with { Fault = "journal: the folder is empty, though the store was in use" };
        }

        return (found.Fault ?? known.FindMissing() ?? evidence.FindForeign()) is { } first ? found with { Fault = first } : found with { TornBytes = found.TornBytes + evidence.CountTorn() };
    }

    /// <summary>The service makes the journal's folder at its first start, before anything else: where there is none, there is nothing to vouch for.</summary>
    private static string? FindMissing(string dataFolder, string journal) =>
        !Directory.Exists(dataFolder) ? $"{dataFolder}: there is no such data folder"
        : !Directory.Exists(journal) ? $"{journal}: the journal's folder is missing; either it was removed, or this is not the service's data folder"
        : null;

    private static string? FindFault(JournalRecord record, EvidenceCheck evidence)
    {
        var place = $"{JournalFolder.NameOf(record.At.Segment)} at byte {record.At.Offset}, record {record.After.Sequence}";
        try
        {
            return record.ToEntry() switch
            {
                JournalEntry.Gap gap => $"{place}: the journal lost its end before {gap.At:O}: {gap.Why}",
                JournalEntry.Page page => evidence.FindFault(page.Extent) is { } fault ? $"{fault} (told by {place})" : null,
                _ => null,
            };
        }
        catch (JournalBrokenException e)
        {
            return e.Message;
        }
    }
}
