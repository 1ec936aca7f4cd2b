using System.Buffers;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Takes characters out of a text that no text holds: they come from broken pages, and break terminals, CSV and XML further on.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> Unwanted =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(code => code is not ('\t' or '\n' or '\r'))]);

    /// <summary>Gives the text without U+0000 to U+001F, tab and line ends excepted.</summary>
    internal static string? Remove(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Unwanted) < 0)
        {
            return text;
        }

        var kept = new char[text.Length];
        var length = 0;
        foreach (var c in text.Where(c => !Unwanted.Contains(c)))
        {
            kept[length++] = c;
        }

        return new string(kept, 0, length);
    }
}
