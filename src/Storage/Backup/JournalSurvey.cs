using System.Security.Cryptography;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Backup;

/// <summary>Proves journal and evidence of a folder up to one position, beside a running service, and lists their files for a backup.</summary>
/// <remarks>Both only grow, and evidence is on disk before the record that names it: what the journal vouches for at one position is a state the service was in.</remarks>
internal sealed class JournalSurvey(string dataFolder)
{
    private readonly JournalFolder _journal = new(Path.Combine(dataFolder, "journal"));
    private readonly List<string> _warnings = [];

    /// <summary>What is wrong and stays wrong, in words.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Finds where the journal ends that is known to be on disk.</summary>
    /// <exception cref="BackupFaultException">It cannot be told.</exception>
    public JournalPosition FindEnd()
    {
        if (!Directory.Exists(_journal.Path))
        {
            throw new BackupFaultException($"{_journal.Path}: there is no journal; this is not the service's data folder.");
        }

        var head = JournalHead.Find(_journal.HeadPath);
        if (head is null)
        {
            return _journal.ListSegments().Count == 0
                ? JournalPosition.Start
                : throw new BackupFaultException("journal/head: the file is missing or damaged; start the service once, it notes what is missing.");
        }

        return FollowStopped(head);
    }

    /// <summary>Reads everything up to a position.</summary>
    /// <exception cref="JournalBrokenException">The journal is not what was written.</exception>
    public IReadOnlyList<BackupItem> List(JournalPosition end, CancellationToken cancellationToken)
    {
        using var evidence = new EvidenceSurvey(Path.Combine(dataFolder, "evidence"));
        var items = new List<BackupItem>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var at = JournalPosition.Start;
        foreach (var record in new JournalReader(_journal).List(JournalPosition.Start, end))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.After.Segment != at.Segment)
            {
                items.Add(Segment(at, hash));
            }

            hash.AppendData(record.Bytes.Span);
            at = record.After;
            Meet(record, evidence);
        }

        if ((at.Sequence, at.Hash) != (end.Sequence, end.Hash))
        {
            throw new BackupFaultException($"{JournalFolder.NameOf(at.Segment)}: record {end.Sequence} is not the one journal/head tells of.");
        }

        if (at.Offset > 0)
        {
            items.Add(Segment(at, hash));
        }

        foreach (var (name, size, sha256, fault) in evidence.List())
        {
            if (fault is not null)
            {
                _warnings.Add(fault);
            }

            if (size > 0)
            {
                items.Add(BackupItem.OfFile(new BackupFile(BackupNames.OfEvidence(name), size, sha256), Path.Combine(dataFolder, "evidence", name)));
            }
        }

        return items;
    }

    private void Meet(JournalRecord record, EvidenceSurvey evidence)
    {
        switch (record.ToEntry())
        {
            case JournalEntry.Page page:
                evidence.Meet(page.Extent);
                break;
            case JournalEntry.Gap gap:
                _warnings.Add($"{JournalFolder.NameOf(record.At.Segment)}, record {record.After.Sequence}: the journal lost its end before {gap.At:O}: {gap.Why}");
                break;
        }
    }

    private BackupItem Segment(JournalPosition at, IncrementalHash hash) =>
        BackupItem.OfFile(new BackupFile(BackupNames.OfSegment(at.Segment), at.Offset, Convert.ToHexStringLower(hash.GetHashAndReset())), _journal.PathOf(at.Segment));

    /// <summary>After a power cut the head may be behind: records behind it count when no service is there to cut them off.</summary>
    private JournalPosition FollowStopped(JournalPosition head)
    {
        try
        {
            using var held = new FileStream(Path.Combine(dataFolder, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            var (end, at) = (head, head);
            while (File.Exists(_journal.PathOf(at.Segment)) && new FileInfo(_journal.PathOf(at.Segment)).Length >= at.Offset)
            {
                using var segment = new SegmentReader(_journal.PathOf(at.Segment), at);
                while (segment.Next() is { } record)
                {
                    end = record.After;
                }

                if (segment.Fault is not null)
                {
                    break;
                }

                at = segment.Position with { Segment = at.Segment + 1, Offset = 0 };
            }

            return end;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return head;
        }
    }
}
