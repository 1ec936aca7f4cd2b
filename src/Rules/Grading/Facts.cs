namespace OpinionWatch.Rules.Grading;

/// <summary>What a document tells that makes a matter graver: factor's name → the words it rests on.</summary>
internal sealed class Facts
{
    private const int MostWords = 4;
    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);

    /// <summary>The names, in the order they were found.</summary>
    public IReadOnlyCollection<string> Names => _words.Keys;

    /// <summary>Whether a fact was found.</summary>
    public bool Has(string name) => _words.ContainsKey(name);

    /// <summary>Adds a word for a fact.</summary>
    public void Add(string name, string word)
    {
        if (!_words.TryGetValue(name, out var words))
        {
            _words[name] = words = [];
        }

        if (words.Count < MostWords && !words.Contains(word))
        {
            words.Add(word);
        }
    }

    /// <summary>The words of a fact, quoted.</summary>
    public string Quoted(string name) => string.Join('、', _words[name].Select(word => $"“{word}”"));
}
