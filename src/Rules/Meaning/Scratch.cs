using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Matching.Disguises;

namespace OpinionWatch.Rules.Meaning;

/// <summary>The buffers of one analysis, kept for the next; nothing in them outlives it.</summary>
internal sealed class Scratch(int termCount)
{
    private const int MostKept = 1 << 14;

    /// <summary>What the automaton found.</summary>
    public RawMatches Matches { get; } = new();

    /// <summary>What was accepted of it.</summary>
    public List<Found> Found { get; } = new(64);

    /// <summary>Where words begin in the clause cut last.</summary>
    public List<int> WordStarts { get; } = new(64);

    /// <summary>What judging disguises has used, with its buffers.</summary>
    public DisguiseBudget Budget { get; } = new();

    /// <summary>Bounds round each accepted match.</summary>
    public MatchBounds Bounds { get; } = new();

    /// <summary>Whether each holds as told: 0 not yet asked, 1 no, 2 yes.</summary>
    public List<byte> Real { get; } = new(64);

    /// <summary>Terms seen in one count over the document.</summary>
    public TermMarks Marks { get; } = new(termCount);

    /// <summary>Weights of terms.</summary>
    public TermWeights Weights { get; } = new(termCount);

    /// <summary>True when the buffers are small enough to keep.</summary>
    public bool WorthKeeping => Matches.Capacity <= MostKept && Found.Capacity <= MostKept;

    /// <summary>Forgets the document, so that nothing of it is held.</summary>
    public void Clear()
    {
        Matches.Clear();
        Found.Clear();
    }
}
