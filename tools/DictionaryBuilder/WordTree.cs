namespace OpinionWatch.DictionaryBuilder;

/// <summary>One node of the dictionary as a tree of character codes, before it is packed.</summary>
public sealed class WordTree(int code)
{
    private readonly SortedDictionary<int, WordTree> _children = [];

    /// <summary>The code this node answers to; 0 at the root.</summary>
    public int Code { get; } = code;

    /// <summary>Index of the word's frequency, 0 for a mere prefix.</summary>
    public int Frequency { get; private set; }

    /// <summary>The next characters, lowest code first.</summary>
    public IReadOnlyCollection<WordTree> Children => _children.Values;

    /// <summary>Adds a word below this node.</summary>
    public void Add(IEnumerable<int> codes, int frequency)
    {
        var node = this;
        foreach (var next in codes)
        {
            if (!node._children.TryGetValue(next, out var child))
            {
                child = new WordTree(next);
                node._children.Add(next, child);
            }

            node = child;
        }

        node.Frequency = frequency;
    }
}
