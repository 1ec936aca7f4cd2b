namespace OpinionWatch.Rules.Matching;

/// <summary>Finds all occurrences of all patterns in one pass (Aho and Corasick, 1975), on a double array.</summary>
/// <remarks>Time is linear in the text plus the matches; the automaton itself is read-only and shared by threads.</remarks>
internal sealed class TermAutomaton
{
    private readonly ushort[] _codes;
    private readonly int[] _bases;
    private readonly int[] _checks;
    private readonly int[] _fails;
    private readonly int[] _patterns;
    private readonly int[] _shorter;
    private readonly int[] _lengths;

    internal TermAutomaton(ushort[] codes, int[] bases, int[] checks, int[] fails, int[] patterns, int[] shorter, int[] lengths)
    {
        (_codes, _bases, _checks, _fails, _patterns, _shorter, _lengths) = (codes, bases, checks, fails, patterns, shorter, lengths);
    }

    /// <summary>Collects the matches in <paramref name="text"/>, by rising end; null when there is none.</summary>
    public RawMatches? Scan(ReadOnlySpan<char> text)
    {
        RawMatches? found = null;
        for (var at = 0; at < text.Length;)
        {
            at = ScanFrom(text, at, ref found);
        }

        return found;
    }

    /// <summary>Collects the matches that start at <paramref name="from"/> and, until no pattern is begun any more, after it.</summary>
    /// <returns>The offset before which all starts are done; always beyond <paramref name="from"/>.</returns>
    public int ScanFrom(ReadOnlySpan<char> text, int from, ref RawMatches? found)
    {
        var codes = _codes.AsSpan();
        var bases = _bases.AsSpan();
        var checks = _checks.AsSpan();
        var state = 0;
        for (var i = from; i < text.Length; i++)
        {
            int code = codes[text[i]];
            if (code == 0)
            {
                return i + 1;
            }

            int next;
            while (checks[next = bases[state] + code] != state)
            {
                if (state == 0)
                {
                    return i + 1;
                }

                state = _fails[state];
            }

            state = next;
            for (var output = _patterns[state] >= 0 ? state : _shorter[state]; output > 0; output = _shorter[output])
            {
                found ??= new RawMatches();
                var pattern = _patterns[output];
                found.Add(pattern, i + 1 - _lengths[pattern], i + 1);
            }
        }

        return text.Length;
    }
}
