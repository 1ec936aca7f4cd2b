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

    /// <summary>Adds the matches in <paramref name="text"/> to what was found before, by rising end.</summary>
    public void Scan(ReadOnlySpan<char> text, RawMatches found)
    {
        var codes = _codes.AsSpan();
        var bases = _bases.AsSpan();
        var checks = _checks.AsSpan();
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int code = codes[text[i]];
            if (code == 0)
            {
                state = 0;
                continue;
            }

            int next;
            while (checks[next = bases[state] + code] != state)
            {
                if (state == 0)
                {
                    next = 0;
                    break;
                }

                state = _fails[state];
            }

            state = next;
            for (var output = _patterns[state] >= 0 ? state : _shorter[state]; output > 0; output = _shorter[output])
            {
                var pattern = _patterns[output];
                found.Add(pattern, i + 1 - _lengths[pattern], i + 1);
            }
        }
    }
}
