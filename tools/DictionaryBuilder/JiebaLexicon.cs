using System.Globalization;

namespace OpinionWatch.DictionaryBuilder;

/// <summary>jieba's <c>dict.txt</c>.</summary>
/// <param name="Words">Frequency by word; of a word that stands twice the last line counts.</param>
/// <param name="Total">Sum over all lines.</param>
public sealed record JiebaLexicon(IReadOnlyDictionary<string, long> Words, long Total)
{
    /// <summary>Reads the file as jieba's <c>gen_pfdict</c> does: word and frequency, parted by one blank.</summary>
    /// <exception cref="InvalidDataException">A line has no frequency.</exception>
    public static JiebaLexicon Read(string path)
    {
        var words = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Trim().Split(' ') is not [var word, var digits, ..] || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var frequency))
            {
                throw new InvalidDataException($"{path}: no word and frequency in '{line}'.");
            }

            words[word] = frequency;
            total += frequency;
        }

        return new JiebaLexicon(words, total);
    }
}
