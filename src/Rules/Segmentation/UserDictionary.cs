using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace OpinionWatch.Rules.Segmentation;

/// <summary>Reads jieba's user dictionary format: a word, perhaps a frequency, perhaps a tag of small letters, parted by one blank each.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A user dictionary (用户词典) is what jieba calls the file.")]
public static class UserDictionary
{
    /// <summary>Most words accepted in one file.</summary>
    public const int MaxWords = 1_000_000;

    private const int MaxLineLength = 4096;

    /// <summary>Reads every line, as jieba's <c>load_userdict</c> does: <c>^(.+?)( [0-9]+)?( [a-z]+)?$</c> after white space and byte order marks are taken off.</summary>
    /// <param name="reader">The text; only a line feed ends a line. It is read to the end or to the first fault, and not closed.</param>
    public static UserDictionaryReading Parse(TextReader reader)
    {
        List<UserWord> words = [];
        var line = new StringBuilder();
        for (var number = 1; ; number++)
        {
            bool more;
            try
            {
                more = ReadLine(reader, line);
            }
            catch (DecoderFallbackException)
            {
                return new UserDictionaryReading.Faulty(number, "The file is not UTF-8.");
            }

            if (line.Length > MaxLineLength)
            {
                return new UserDictionaryReading.Faulty(number, $"The line is longer than {MaxLineLength} characters.");
            }

            var text = line.ToString().Trim(' ', '\t', '\n', '\r', '\v', '\f').TrimStart('\uFEFF');
            if (text.Length > 0)
            {
                if (words.Count == MaxWords)
                {
                    return new UserDictionaryReading.Faulty(number, $"The file holds more than {MaxWords} words.");
                }

                if (Fault(text, out var word) is { } reason)
                {
                    return new UserDictionaryReading.Faulty(number, reason);
                }

                words.Add(word);
            }

            if (!more)
            {
                return new UserDictionaryReading.Read(words);
            }
        }
    }

    private static bool ReadLine(TextReader reader, StringBuilder line)
    {
        line.Clear();
        while (reader.Read() is var c and >= 0)
        {
            if (c == '\n')
            {
                return true;
            }

            line.Append((char)c);
            if (line.Length > MaxLineLength)
            {
                return false;
            }
        }

        return false;
    }

    private static string? Fault(string text, out UserWord word)
    {
        var wordEnd = text.Length;
        var tag = TakeLast(text, ref wordEnd, char.IsAsciiLetterLower);
        var digits = TakeLast(text, ref wordEnd, char.IsAsciiDigit);
        long? frequency = null;
        if (digits is not null)
        {
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) || parsed > UserWord.MaxFrequency)
            {
                word = new UserWord(text);
                return $"The frequency is higher than {UserWord.MaxFrequency}.";
            }

            frequency = parsed;
        }

        word = new UserWord(text[..wordEnd], frequency, tag);
        return wordEnd > UserWord.MaxLength ? $"The word is longer than {UserWord.MaxLength} characters." : null;
    }

    /// <summary>Takes a blank and the characters of one kind after it off the end, when at least one character of the word is left.</summary>
    private static string? TakeLast(string text, ref int end, Func<char, bool> kind)
    {
        var start = end;
        while (start > 0 && kind(text[start - 1]))
        {
            start--;
        }

        if (start == end || start < 2 || text[start - 1] != ' ')
        {
            return null;
        }

        var taken = text[start..end];
        end = start - 1;
        return taken;
    }
}
