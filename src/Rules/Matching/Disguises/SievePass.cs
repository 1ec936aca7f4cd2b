namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What one pass over a text has found and how far its finders are.</summary>
internal sealed class SievePass
{
    private RawMatches? _found;

    /// <summary>The offset before which the automaton has done all starts.</summary>
    public int Scanned { get; private set; }

    /// <summary>The offset before which all starts were walked for split characters.</summary>
    public int Walked { get; set; }

    /// <summary>What is disguised.</summary>
    public DisguisedMatches Disguised { get; } = new();

    /// <summary>Lets the automaton run from here until nothing is begun any more.</summary>
    public void Scan(TermAutomaton automaton, ReadOnlySpan<char> text, int at) => Scanned = automaton.ScanFrom(text, at, ref _found);

    /// <summary>All matches; null when there is none.</summary>
    public RawMatches? All()
    {
        foreach (var match in Disguised.Span)
        {
            (_found ??= new RawMatches()).Keep(match);
        }

        return _found;
    }
}
