using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.DictionaryBuilder;

/// <summary>Builds the dictionary image from the files of the python package jieba 0.42.1.</summary>
public static class ImageBuilder
{
    /// <summary>Builds the image; the same files give the same image.</summary>
    /// <param name="package">The package's folder: holds <c>dict.txt</c> and <c>finalseg/prob_*.py</c>.</param>
    /// <exception cref="InvalidDataException">A file is not as jieba writes it.</exception>
    public static DictionaryImage Build(string package)
    {
        var lexicon = JiebaLexicon.Read(Path.Combine(package, "dict.txt"));
        var model = JiebaModel.Read(Path.Combine(package, "finalseg"));

        long[] frequencies = [0, .. lexicon.Words.Values.Where(frequency => frequency > 0).Distinct().Order()];
        var indexes = frequencies.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var characters = CharactersByUse(lexicon.Words.Keys);
        var codes = characters.Index().Skip(1).ToDictionary(pair => (char)pair.Item, pair => pair.Index);

        var root = new WordTree(0);
        foreach (var (word, frequency) in lexicon.Words)
        {
            root.Add(word.Select(c => codes[c]), indexes[frequency]);
        }

        var (first, nodes) = TreePacker.Pack(root, characters.Length);
        return new DictionaryImage
        {
            Total = lexicon.Total,
            LogTotal = Math.Log(lexicon.Total),
            Frequencies = frequencies,
            Logs = [.. frequencies.Select(frequency => Math.Log(frequency))],
            Characters = characters,
            First = first,
            Nodes = nodes,
            Start = model.Start,
            Transitions = model.Transitions,
            Emissions = model.Emissions,
        };
    }

    /// <summary>Gives the characters by how often they stand in words, the commonest first, so that the nodes of common words lie close together.</summary>
    private static ushort[] CharactersByUse(IEnumerable<string> words)
    {
        var uses = new Dictionary<char, int>();
        foreach (var c in words.SelectMany(word => word))
        {
            uses[c] = uses.GetValueOrDefault(c) + 1;
        }

        return [0, .. uses.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }
}
