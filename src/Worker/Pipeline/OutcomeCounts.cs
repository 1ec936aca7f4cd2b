using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>How many documents ended in which state since the start.</summary>
internal sealed class OutcomeCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<DocumentOutcome>().Length];

    /// <summary>Counts one document.</summary>
    public void Add(DocumentOutcome outcome) => Interlocked.Increment(ref _counts[(int)outcome]);

    /// <summary>Gives the count of a state.</summary>
    public long this[DocumentOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);
}
