using OpinionWatch.Rules.Segmentation.Cutting;

namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>Adds words to a copy of a lexicon, one after the other, as jieba's <c>add_word</c> does.</summary>
internal sealed class LexiconEditor
{
    private readonly Lexicon _origin;
    private readonly TrieEditor _trie;
    private long[] _frequencies;
    private double[] _logs;
    private readonly Dictionary<long, int> _indexes = [];
    private readonly HashSet<string> _split;
    private readonly WorkspacePool _workspaces;
    private long _total;

    public LexiconEditor(Lexicon origin, WorkspacePool workspaces)
    {
        _origin = origin;
        _workspaces = workspaces;
        _trie = new TrieEditor(origin);
        _frequencies = [.. origin.Frequencies];
        _logs = [.. origin.Logs];
        _total = origin.Total;
        _split = origin.Split is null ? [] : [.. origin.Split];
        for (var index = 0; index < _frequencies.Length; index++)
        {
            _indexes.TryAdd(_frequencies[index], index);
        }
    }

    /// <summary>Adds a word. The total grows by its frequency even when the word was there before, so every weight changes.</summary>
    /// <exception cref="ArgumentException">The word is empty or too long, its frequency out of range, or the dictionary full.</exception>
    public void Add(UserWord word)
    {
        if (word.Word.Length is 0 or > UserWord.MaxLength)
        {
            throw new ArgumentException($"A word has 1 to {UserWord.MaxLength} characters, this one {word.Word.Length}.", nameof(word));
        }

        if (word.Frequency is < 0 or > UserWord.MaxFrequency)
        {
            throw new ArgumentException($"A frequency lies between 0 and {UserWord.MaxFrequency}, this is {word.Frequency}.", nameof(word));
        }

        var frequency = word.Frequency ?? Suggest(word.Word);
        _trie.Set(word.Word, IndexOf(frequency));
        _total = checked(_total + frequency);
        if (frequency == 0)
        {
            _split.Add(word.Word);
        }
    }

    /// <summary>Gives the lexicon as it stands, over the editor's own arrays. The next <see cref="Add"/> changes it, so it is kept only after the last one.</summary>
    public Lexicon Snapshot()
    {
        var (first, nodes) = _trie.Arrays();
        return Lexicon.With(
            first, nodes, _trie.Codes, _trie.CutCodes, _origin.Model, _frequencies, _logs, _total, Math.Log(_total), _split.Count == 0 ? null : _split);
    }

    private int IndexOf(long frequency)
    {
        if (!_indexes.TryGetValue(frequency, out var index))
        {
            // Entries beyond the last one repeat entry 0 and are never pointed at.
            index = _indexes.Count;
            if (index == _frequencies.Length)
            {
                Array.Resize(ref _frequencies, index + Math.Max(256, index / 4));
                Array.Resize(ref _logs, _frequencies.Length);
            }

            _frequencies[index] = frequency;
            _logs[index] = Math.Log(frequency);
            _indexes.Add(frequency, index);
        }

        return index;
    }

    /// <summary>jieba's <c>suggest_freq</c>: just above the product of what the word would be cut into, and no less than now.</summary>
    private long Suggest(string word)
    {
        var lexicon = Snapshot();
        double total = _total;
        var share = 1.0;
        foreach (var token in new TokenEnumerator(word, lexicon, _workspaces, hmm: false))
        {
            var frequency = lexicon.FrequencyOf(word.AsSpan(token.Start, token.Length));
            share *= (frequency < 0 ? 1 : frequency) / total;
        }

        var now = lexicon.FrequencyOf(word);
        return Math.Max((long)(share * total) + 1, now < 0 ? 1 : now);
    }
}
