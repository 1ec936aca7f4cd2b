using System.Buffers;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Areas;

/// <summary>Looks at the word right behind a place's name.</summary>
internal static class Endings
{
    /// <summary>The first characters of these words.</summary>
    public static SearchValues<char> FirstOf(string[] words) => SearchValues.Create(string.Concat(words.Select(static word => word[0])));

    /// <summary>Whether one of the words follows.</summary>
    public static bool Follow(Reading reading, Found one, SearchValues<char> firsts, string[] words)
    {
        var rest = reading.Text.Span[one.End..];
        if (rest.IsEmpty || !firsts.Contains(rest[0]))
        {
            return false;
        }

        foreach (var word in words)
        {
            if (rest.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
