using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage.Journal;

/// <summary>Finds where the journal ends and cuts off what a kill left half-written.</summary>
internal sealed class JournalOpening(JournalFolder folder, ILogger logger)
{
    /// <summary>What is missing at the end of the journal, in words; null when nothing is.</summary>
    public string? Gap { get; private set; }

    /// <summary>Finds the end.</summary>
    /// <exception cref="JournalBrokenException">A torn record is followed by another segment: that is no kill.</exception>
    public JournalPosition FindEnd()
    {
        var segments = folder.ListSegments();
        var head = JournalHead.Find(folder.HeadPath);
        if (head is not null && Reaches(head, segments))
        {
            return Follow(head);
        }

        if (head is null && segments.Count == 0)
        {
            return JournalPosition.Start;
        }

        var end = Follow(FindStart(segments));
        Gap = head is null
            ? $"the file head is missing; the journal ends after record {end.Sequence}"
            : $"it had come to record {head.Sequence}, and ends after record {end.Sequence}";
        return end;
    }

    private bool Reaches(JournalPosition head, IReadOnlyList<int> segments) =>
        head == JournalPosition.Start
        || (segments.Contains(head.Segment) && new FileInfo(folder.PathOf(head.Segment)).Length >= head.Offset);

    private JournalPosition Follow(JournalPosition from)
    {
        var at = from;
        while (File.Exists(folder.PathOf(at.Segment)))
        {
            string? fault;
            using (var segment = new SegmentReader(folder.PathOf(at.Segment), at))
            {
                while (segment.Next() is not null)
                {
                }

                at = segment.Position;
                fault = segment.Fault;
            }

            if (fault is not null)
            {
                Cut(at, fault);
                return at;
            }

            if (!File.Exists(folder.PathOf(at.Segment + 1)))
            {
                return at;
            }

            at = at with { Segment = at.Segment + 1, Offset = 0 };
        }

        return at;
    }

    private void Cut(JournalPosition at, string fault)
    {
        if (File.Exists(folder.PathOf(at.Segment + 1)))
        {
            throw new JournalBrokenException(JournalFolder.NameOf(at.Segment), at.Offset, fault);
        }

        using var file = new FileStream(folder.PathOf(at.Segment), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        StorageLog.TornTailCut(logger, JournalFolder.NameOf(at.Segment), at.Offset, file.Length - at.Offset);
        file.SetLength(at.Offset);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Without a usable head: the place before the last segment's first record, as that record itself tells.</summary>
    private JournalPosition FindStart(IReadOnlyList<int> segments)
    {
        Span<byte> header = stackalloc byte[RecordFormat.HeaderBytes];
        foreach (var segment in segments.Reverse())
        {
            using var file = File.OpenHandle(folder.PathOf(segment));
            if (RandomAccess.Read(file, header, 0) == header.Length && RecordFormat.FindLength(header, out _) is not null)
            {
                return new JournalPosition(segment, 0, RecordFormat.SequenceOf(header) - 1, RecordFormat.PreviousOf(header));
            }
        }

        return JournalPosition.Start;
    }
}
