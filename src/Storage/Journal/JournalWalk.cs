namespace OpinionWatch.Storage.Journal;

/// <summary>Walks the whole journal for the verifier, and judges how it ended.</summary>
/// <param name="folder">The journal.</param>
/// <param name="head">How far it had come; null when that cannot be told.</param>
internal sealed class JournalWalk(JournalFolder folder, JournalPosition? head)
{
    private JournalPosition _at = JournalPosition.Start;
    private string? _fault;
    private bool _headMet = head is null || head.Sequence == 0;
    private long _torn;
    private int _last;

    /// <summary>Lists the records that are right.</summary>
    public IEnumerable<JournalRecord> List()
    {
        var segments = folder.ListSegments();
        foreach (var number in segments)
        {
            _at = _at with { Segment = number, Offset = 0 };
            if (number != _last + 1)
            {
                _fault = $"{JournalFolder.NameOf(_last + 1)}: the file is missing";
                yield break;
            }

            _last = number;
            using var segment = new SegmentReader(folder.PathOf(number), _at);
            while (segment.Next() is { } record)
            {
                _at = record.After;
                Meet(record.After);
                if (_fault is not null)
                {
                    yield break;
                }

                yield return record;
            }

            if (segment.Fault is { } fault)
            {
                End(fault, new FileInfo(folder.PathOf(number)).Length - _at.Offset, number == segments[^1]);
                yield break;
            }
        }
    }

    /// <summary>Says what was found, after <see cref="List"/>.</summary>
    public Verification Describe(EvidenceCheck evidence) => new()
    {
        Records = _at.Sequence,
        Evidence = evidence.Count,
        TornBytes = _torn,
        Fault = _fault ?? FindMissing(),
    };

    /// <summary>The last record has no next one to vouch for it: the head does.</summary>
    private void Meet(JournalPosition after)
    {
        if (head is not null && after.Sequence == head.Sequence)
        {
            _headMet = true;
            if (after.Hash != head.Hash)
            {
                _fault = $"{JournalFolder.NameOf(after.Segment)} before byte {after.Offset}: record {after.Sequence} is not the one that was written";
            }
        }
    }

    private void End(string fault, long rest, bool isLast)
    {
        // Behind the head nobody had been told of anything: what is broken there was torn by a kill.
        if (isLast && _headMet && head is not null)
        {
            _torn = rest;
            return;
        }

        _fault = $"{JournalFolder.NameOf(_at.Segment)} at byte {_at.Offset}: {fault}";
    }

    private string? FindMissing()
    {
        if (head is null && (_last > 0 || File.Exists(folder.HeadPath)))
        {
            return "head: the file is missing or damaged, so nobody can say whether the journal's end is missing";
        }

        return _headMet ? null : $"{JournalFolder.NameOf(_at.Segment)} at byte {_at.Offset}: the journal ends after record {_at.Sequence}, and had come to record {head!.Sequence}";
    }
}
