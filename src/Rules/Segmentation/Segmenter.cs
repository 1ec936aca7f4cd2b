using System.Diagnostics.CodeAnalysis;
using OpinionWatch.Rules.Segmentation.Cutting;
using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Segmentation;

/// <summary>Cuts Chinese text into words, token for token as python jieba 0.42.1 does. Immutable and safe to share between threads.</summary>
public sealed class Segmenter
{
    private static readonly Lazy<Segmenter> Shipped = new(LoadShipped);

    private readonly Lexicon _lexicon;
    private readonly WorkspacePool _workspaces;
    private readonly CharacterStrings _characters;

    private Segmenter(Lexicon lexicon, WorkspacePool workspaces, CharacterStrings characters)
    {
        _lexicon = lexicon;
        _workspaces = workspaces;
        _characters = characters;
    }

    /// <summary>Gives the segmenter over the dictionary that comes with the program; the first call reads it, in some milliseconds.</summary>
    public static Segmenter Load() => Shipped.Value;

    /// <summary>Gives a new segmenter that also knows these words, added one after the other as jieba's <c>add_word</c> does.</summary>
    /// <exception cref="ArgumentException">A word is empty or too long, a frequency is out of range, or the words are too many to index.</exception>
    public Segmenter WithWords(IEnumerable<UserWord> words)
    {
        var editor = new LexiconEditor(_lexicon, _workspaces);
        foreach (var word in words)
        {
            editor.Add(word);
        }

        return new Segmenter(editor.Snapshot(), _workspaces, _characters);
    }

    /// <summary>Cuts a text into tokens.</summary>
    /// <param name="text">Any UTF-16, also with lone surrogates; each of those is a token of its own.</param>
    /// <param name="mode">How finely.</param>
    /// <param name="hmm">Whether characters that form no dictionary word are joined by the character model (新词发现). Full mode does not use it.</param>
    /// <returns>Empty for an empty text.</returns>
    public IReadOnlyList<string> Cut(string text, SegmentMode mode = SegmentMode.Precise, bool hmm = true)
    {
        List<string> tokens = [];
        if (mode == SegmentMode.Full)
        {
            FullCut.Cut(_lexicon, text, tokens);
            return tokens;
        }

        foreach (var token in EnumerateTokens(text, hmm))
        {
            if (mode == SegmentMode.Search)
            {
                AddWordsInside(text.AsSpan(token.Start, token.Length), tokens);
            }

            tokens.Add(token.Length == 1 ? _characters.Get(text[token.Start]) : text.Substring(token.Start, token.Length));
        }

        return tokens;
    }

    /// <summary>Walks the precise tokens of a text without allocating. Use it in <c>foreach</c>, or dispose of it.</summary>
    public TokenEnumerator EnumerateTokens(ReadOnlySpan<char> text, bool hmm = true) => new(text, _lexicon, _workspaces, hmm);

    /// <summary>Adds the precise tokens of a text to a list the caller keeps.</summary>
    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "The list is the caller's buffer, filled at tens of millions of characters a second.")]
    [SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "As above.")]
    public void Tokenize(ReadOnlySpan<char> text, List<Token> into, bool hmm = true)
    {
        foreach (var token in EnumerateTokens(text, hmm))
        {
            into.Add(token);
        }
    }

    /// <summary>Where its words may lie over an edge.</summary>
    internal WordBridges Bridges() => new(_lexicon);

    /// <summary>Logarithm of a word's share of all words; that of frequency 1 when the dictionary lacks it.</summary>
    internal double WeightOf(ReadOnlySpan<char> word)
    {
        var index = word.Length == 0 ? 0 : _lexicon.FrequencyIndexOf(word);
        return index > 0 ? _lexicon.Logs[index] + _lexicon.UnknownWeight : _lexicon.UnknownWeight;
    }

    /// <summary>Frequency of a word; 0 or less when the dictionary lacks it.</summary>
    internal long FrequencyOf(ReadOnlySpan<char> word) => word.Length == 0 ? 0 : _lexicon.FrequencyOf(word);

    private void AddWordsInside(ReadOnlySpan<char> token, List<string> into)
    {
        for (var length = 2; length <= 3 && token.Length > length; length++)
        {
            for (var start = 0; start + length <= token.Length; start++)
            {
                if (_lexicon.FrequencyOf(token.Slice(start, length)) > 0)
                {
                    into.Add(token.Slice(start, length).ToString());
                }
            }
        }
    }

    private static Segmenter LoadShipped()
    {
        using var stream = typeof(Segmenter).Assembly.GetManifestResourceStream("jieba.blob")
            ?? throw new InvalidOperationException("The dictionary is missing from the program.");
        return new Segmenter(Lexicon.From(DictionaryImage.ReadFrom(stream)), new WorkspacePool(), new CharacterStrings());
    }
}
