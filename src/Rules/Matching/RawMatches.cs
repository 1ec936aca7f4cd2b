using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>What the automaton found, bounded: past <see cref="Free"/> matches each pattern is kept only a limited number of times, so that a hostile text costs no memory and a rare word is still found.</summary>
/// <param name="bounded">False keeps every match, for texts whose length the caller bounds.</param>
internal sealed class RawMatches(bool bounded = true)
{
    private const int Free = 1024;
    private const int EachAfterwards = 64;

    private readonly List<RawMatch> _matches = new(32);
    private Dictionary<int, int>? _counts;

    /// <summary>The matches kept so far.</summary>
    public Span<RawMatch> Span => CollectionsMarshal.AsSpan(_matches);

    /// <summary>How many matches there is room for.</summary>
    public int Capacity => _matches.Capacity;

    /// <summary>How many were kept.</summary>
    public int Count => _matches.Count;

    /// <summary>Turns the order of the matches from an index on.</summary>
    public void ReverseFrom(int index)
    {
        if (_matches.Count - index > 1)
        {
            _matches.Reverse(index, _matches.Count - index);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _matches.Clear();
        _counts = null;
    }

    /// <summary>Puts the matches in the order of the text, at one start the longer first.</summary>
    public void Sort() => Span.Sort(static (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Pattern != b.Pattern ? a.Pattern.CompareTo(b.Pattern) : a.Disguise.CompareTo(b.Disguise));

    /// <summary>Keeps a match bounded elsewhere.</summary>
    public void Keep(RawMatch match) => _matches.Add(match);

    /// <summary>Keeps a match, or not.</summary>
    public void Add(int pattern, int start, int end)
    {
        if (bounded && _matches.Count >= Free)
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
