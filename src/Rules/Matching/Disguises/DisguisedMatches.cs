using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What was found in disguise, bounded, so that a hostile text costs no memory.</summary>
internal sealed class DisguisedMatches
{
    private const int Most = 512;
    private const int MostSteps = 250_000;

    private readonly List<RawMatch> _matches = [];
    private int _steps;

    /// <summary>The matches kept.</summary>
    public ReadOnlySpan<RawMatch> Span => CollectionsMarshal.AsSpan(_matches);

    /// <summary>Whether no more are kept, or no more work is spent on this text.</summary>
    public bool IsFull => _matches.Count >= Most || _steps >= MostSteps;

    /// <summary>Counts steps of work.</summary>
    /// <returns>False when there were too many.</returns>
    public bool Spend(int steps) => (_steps += steps) < MostSteps;

    /// <summary>Keeps a match, unless it is there already or there are too many.</summary>
    public void Add(RawMatch match)
    {
        if (!IsFull && (_matches.Count == 0 || _matches[^1] != match))
        {
            _matches.Add(match);
        }
    }
}
