namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>The dictionary as the cutting loops read it: immutable once made.</summary>
internal sealed class Lexicon
{
    /// <summary>In <see cref="CutCodes"/>, a character no word can hold because jieba splits the text there.</summary>
    public const ushort Outside = 0xFFFF;

    private Lexicon(ulong[] first, ulong[] nodes, ushort[] codes, ushort[] cutCodes, CharacterModel model)
    {
        First = first;
        Nodes = nodes;
        Codes = codes;
        CutCodes = cutCodes;
        Model = model;
    }

    /// <summary>The trie's first level, by code.</summary>
    public ulong[] First { get; }

    /// <summary>The deeper nodes.</summary>
    public ulong[] Nodes { get; }

    /// <summary>Code of each UTF-16 code unit, 0 when the dictionary lacks it.</summary>
    public ushort[] Codes { get; }

    /// <summary>The same, with <see cref="Outside"/> for what stands outside jieba's blocks.</summary>
    public ushort[] CutCodes { get; }

    /// <summary>The character model.</summary>
    public CharacterModel Model { get; }

    /// <summary>The different frequencies; entry 0 is 0.</summary>
    public required long[] Frequencies { get; init; }

    /// <summary>Natural logarithm of each; entry 0 is negative infinity.</summary>
    public required double[] Logs { get; init; }

    /// <summary>Logarithm less that of the total; entry 0 is negative infinity, so that a mere prefix never wins.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Weight of a character that is no word: that of frequency 1.</summary>
    public required double UnknownWeight { get; init; }

    /// <summary>Sum of all frequencies.</summary>
    public required long Total { get; init; }

    /// <summary>Words split even where the character model forms them; null when there are none.</summary>
    public required HashSet<string>? Split { get; init; }

    /// <summary>Makes a lexicon of the image, whose arrays it keeps.</summary>
    public static Lexicon From(DictionaryImage image)
    {
        var codes = new ushort[char.MaxValue + 1];
        for (var code = 1; code < image.Characters.Length; code++)
        {
            codes[image.Characters[code]] = (ushort)code;
        }

        var cutCodes = new ushort[codes.Length];
        for (var c = 0; c < codes.Length; c++)
        {
            cutCodes[c] = Block.Holds((char)c) ? codes[c] : Outside;
        }

        return With(image.First, image.Nodes, codes, cutCodes, new CharacterModel(image), image.Frequencies, image.Logs, image.Total, image.LogTotal, split: null);
    }

    /// <summary>Makes a lexicon of its parts, weighing every frequency against the total.</summary>
    public static Lexicon With(
        ulong[] first, ulong[] nodes, ushort[] codes, ushort[] cutCodes, CharacterModel model, long[] frequencies, double[] logs, long total, double logTotal, HashSet<string>? split)
    {
        var weights = new double[logs.Length];
        for (var index = 0; index < weights.Length; index++)
        {
            weights[index] = logs[index] - logTotal;
        }

        return new Lexicon(first, nodes, codes, cutCodes, model)
        {
            Frequencies = frequencies,
            Logs = logs,
            Weights = weights,
            UnknownWeight = 0.0 - logTotal,
            Total = total,
            Split = split,
        };
    }

    /// <summary>Looks a word up.</summary>
    /// <returns>Its frequency, 0 for a mere prefix, -1 when it is no entry at all.</returns>
    public long FrequencyOf(ReadOnlySpan<char> word) => FrequencyIndexOf(word) is >= 0 and var index ? Frequencies[index] : -1;

    /// <summary>Looks a word up.</summary>
    /// <returns>Index of its frequency and its logarithm, 0 for a mere prefix, -1 when it is no entry at all.</returns>
    public int FrequencyIndexOf(ReadOnlySpan<char> word)
    {
        var node = First[Codes[word[0]]];
        for (var i = 1; i < word.Length; i++)
        {
            int code = Codes[word[i]];
            var childBase = TrieNode.Base(node);
            if (childBase == 0 || code == 0)
            {
                return -1;
            }

            node = Nodes[childBase + code];
            if (TrieNode.Label(node) != code)
            {
                return -1;
            }
        }

        return TrieNode.Label(node) == TrieNode.NoLabel ? -1 : TrieNode.Frequency(node);
    }
}
