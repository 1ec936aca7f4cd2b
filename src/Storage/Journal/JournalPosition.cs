namespace OpinionWatch.Storage.Journal;

/// <summary>A place between two records.</summary>
/// <param name="Segment">Number of the segment file, from 1.</param>
/// <param name="Offset">Where the next record begins in it.</param>
/// <param name="Sequence">Records before this place, in all segments.</param>
/// <param name="Hash">SHA-256 of the record before this place, upper-case hexadecimal; zeros at the very start.</param>
internal sealed record JournalPosition(int Segment, long Offset, long Sequence, string Hash)
{
    /// <summary>Before the first record of all.</summary>
    public static JournalPosition Start { get; } = new(1, 0, 0, new string('0', 64));
}
