namespace OpinionWatch.Rules.Grading;

/// <summary>What a document tells that makes a matter graver: factor's name → the words it rests on.</summary>
internal sealed class Facts
{
    private const int MostWords = 4;
    private readonly List<(string Name, List<string> Words)> _facts = [];

    /// <summary>The names, in the order they were found.</summary>
    public IEnumerable<string> Names => _facts.Select(static fact => fact.Name);

    /// <summary>Whether a fact was found.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Adds a word for a fact.</summary>
    public void Add(string name, string word)
    {
        var words = Find(name);
        if (words is null)
        {
            _facts.Add((name, [word]));
        }
        else if (words.Count < MostWords && !words.Contains(word))
        {
            words.Add(word);
        }
    }

    /// <summary>The words of a fact, quoted.</summary>
    public string Quoted(string name) => $"“{string.Join("”、“", Find(name) ?? [])}”";

    private List<string>? Find(string name)
    {
        foreach (var (known, words) in _facts)
        {
            if (known == name)
            {
                return words;
            }
        }

        return null;
    }
}
