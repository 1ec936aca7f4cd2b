namespace OpinionWatch.Storage.Journal;

/// <summary>Reads the journal of a running or stopped service across its segments.</summary>
internal sealed class JournalReader(JournalFolder folder)
{
    /// <summary>Lists the records between two positions, one at a time.</summary>
    /// <exception cref="JournalBrokenException">A record before <paramref name="to"/> is not what was written, or missing.</exception>
    public IEnumerable<JournalRecord> List(JournalPosition from, JournalPosition to)
    {
        var at = from;
        while (at.Sequence < to.Sequence)
        {
            if (!File.Exists(folder.PathOf(at.Segment)))
            {
                throw new JournalBrokenException(JournalFolder.NameOf(at.Segment), 0, "the file is missing");
            }

            using var segment = new SegmentReader(folder.PathOf(at.Segment), at);
            while (segment.Position.Sequence < to.Sequence && segment.Next() is { } record)
            {
                yield return record;
            }

            if (segment.Fault is { } fault)
            {
                throw new JournalBrokenException(JournalFolder.NameOf(at.Segment), segment.Position.Offset, fault);
            }

            at = segment.Position with { Segment = at.Segment + 1, Offset = 0 };
        }
    }
}
