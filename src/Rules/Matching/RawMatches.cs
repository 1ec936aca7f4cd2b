using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>What the automaton found, bounded: past <see cref="Free"/> matches each pattern is kept only a limited number of times, so that a hostile text costs no memory and a rare word is still found.</summary>
internal sealed class RawMatches
{
    private const int Free = 1024;
    private const int EachAfterwards = 64;

    private readonly List<RawMatch> _matches = new(32);
    private Dictionary<int, int>? _counts;

    /// <summary>The matches kept so far.</summary>
    public Span<RawMatch> Span => CollectionsMarshal.AsSpan(_matches);

    /// <summary>Keeps a match bounded elsewhere.</summary>
    public void Keep(RawMatch match) => _matches.Add(match);

    /// <summary>Keeps a match, or not.</summary>
    public void Add(int pattern, int start, int end)
    {
        if (_matches.Count >= Free)
        {
            _counts ??= [];
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, pattern, out _);
            if (count >= EachAfterwards)
            {
                return;
            }

            count++;
        }

        _matches.Add(new RawMatch(pattern, start, end));
    }
}
