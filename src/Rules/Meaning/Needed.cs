using System.Buffers;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Characters and words of which a pattern needs one, found at the speed of a search for single characters.</summary>
internal sealed class Needed
{
    private readonly SearchValues<char> _characters;
    private readonly SearchValues<char> _firsts;
    private readonly string[] _words;

    /// <summary>What is needed.</summary>
    /// <param name="characters">The characters.</param>
    /// <param name="words">The words, of two characters and more.</param>
    public Needed(string characters, params string[] words)
    {
        _characters = SearchValues.Create(characters);
        _firsts = SearchValues.Create(characters + string.Concat(words.Select(static word => word[0])));
        _words = words;
    }

    /// <summary>Where the next of them begins; -1 when none does.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var ahead = text[at..].IndexOfAny(_firsts);
            if (ahead < 0)
            {
                break;
            }

            at += ahead;
            if (_characters.Contains(text[at]) || BeginsWord(text[at..]))
            {
                return at;
            }
        }

        return -1;
    }

    private bool BeginsWord(ReadOnlySpan<char> text)
    {
        foreach (var word in _words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
