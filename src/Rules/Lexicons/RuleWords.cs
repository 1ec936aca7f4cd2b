using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Lexicons;

/// <summary>Teaches the segmenter the words of the lexicon and the places, so that whole-word decisions know them.</summary>
public static class RuleWords
{
    private const int Longest = 4;
    private const long ShortFrequency = 50;
    private const long LongFrequency = 10;

    /// <summary>A segmenter that knows them, and then the user's own words, which count last. A term that holds a whole-word term is left out: it must not hide the other's edges.</summary>
    public static Segmenter Join(Segmenter shipped, Lexicon lexicon, AreaOptions area, IReadOnlyList<UserWord> own)
    {
        var names = area.Places.SelectMany(place => place.Aliases.Prepend(place.Name)).Distinct(StringComparer.Ordinal).ToArray();
        var whole = area.Places.Where(place => place.WholeWord).SelectMany(place => place.Aliases.Prepend(place.Name))
            .Concat(lexicon.Entries.Where(entry => entry.Match == TermMatch.WholeWord).Select(entry => entry.Term)).ToHashSet(StringComparer.Ordinal);
        var words = names.Concat(lexicon.Entries.Where(Decides).Select(entry => entry.Term)).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length is >= 2 and <= Longest && word.All(c => c is >= '\u4e00' and <= '\u9fff') && !Holds(word, whole))
            .Select(word => (Word: word, Least: word.Length == 2 ? ShortFrequency : LongFrequency))
            .Where(pair => shipped.FrequencyOf(pair.Word) < pair.Least)
            .Select(pair => new UserWord(pair.Word, pair.Least));
        return shipped.WithWords(words.Concat(own));
    }

    // The little words of speech decide no edge, and each word taught costs time when the configuration is read.
    private static bool Decides(LexiconEntry entry) =>
        entry.Match == TermMatch.WholeWord || (Categories.RoleOf(entry) is var role && (Vocabulary.IsAnchorOrHarm(role) || role is TermRole.Conduct or TermRole.Crowd or TermRole.Damage or TermRole.Place));

    private static bool Holds(string word, HashSet<string> whole)
    {
        for (var length = 2; length < word.Length; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                if (whole.Contains(word.Substring(start, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
