namespace OpinionWatch.Rules.Matching;

/// <summary>Walks from a place in the folded text to where its clause or sentence ends, no farther than allowed.</summary>
internal static class ClauseEdges
{
    /// <summary>Where the stretch before <paramref name="at"/> begins that holds nothing of this kind or above.</summary>
    public static int Before(ReadOnlySpan<char> text, int at, CharacterTable table, CharacterKind ends, int most)
    {
        var kinds = table.Kinds;
        var least = Math.Max(0, at - most);
        while (at > least && kinds[text[at - 1]] < ends)
        {
            at--;
        }

        return at;
    }

    /// <summary>Where the stretch from <paramref name="at"/> on ends that holds nothing of this kind or above.</summary>
    public static int After(ReadOnlySpan<char> text, int at, CharacterTable table, CharacterKind ends, int most)
    {
        var kinds = table.Kinds;
        var last = Math.Min(text.Length, at + most);
        while (at < last && kinds[text[at]] < ends)
        {
            at++;
        }

        return at;
    }
}
