namespace OpinionWatch.CharacterBuilder;

/// <summary>How each character is put together, from the CJK decomposition data: <c>强:a(弓,虽)</c>.</summary>
internal sealed class DecompositionTable
{
    private readonly Dictionary<string, (string Kind, string[] Parts)> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads the file, plain or wrapped as a script's string.</summary>
    public static DecompositionTable Read(IEnumerable<string> lines)
    {
        var table = new DecompositionTable();
        foreach (var line in lines)
        {
            var start = line.IndexOf('`') + 1;
            var colon = line.IndexOf(':', start);
            var open = line.IndexOf('(', colon + 1);
            var close = line.IndexOf(')', open + 1);
            if (colon > start && open > colon && close > open)
            {
                table._entries[line[start..colon]] = (line[(colon + 1)..open], line[(open + 1)..close].Split(','));
            }
        }

        return table;
    }

    /// <summary>The entry of a character or of a part without a character (a number); null when there is none.</summary>
    public (string Kind, string[] Parts)? Find(string name) => _entries.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>The two or three parts of a character that stand apart on paper, so that someone may write them one after the other; null when it has none.</summary>
    public string[]? PartsOf(string name) => Find(name) switch
    {
        ({ } kind, [var first, var second]) when kind[0] is 'a' or 'd' or 's' && kind is not ("d/t" or "d/o") => [first, second],
        ("ra" or "rd", [var twice]) => [twice, twice],
        ("r3tr" or "r3a", [var thrice]) => [thrice, thrice, thrice],
        _ => null,
    };
}
