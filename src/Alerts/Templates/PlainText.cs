using System.Globalization;
using System.Text;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Makes outside text harmless: no control characters, no line breaks, no marks that turn the reading direction, no half characters.</summary>
public static class PlainText
{
    /// <summary>Gives the text on one line, white space folded, at most <paramref name="most"/> UTF-16 units; what is cut ends in <c>…</c>.</summary>
    public static string OneLine(string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(Math.Min(text.Length, most + 2));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > most)
            {
                break;
            }

            Append(clean, rune);
        }

        return Cut(clean.ToString().TrimEnd(), most);
    }

    /// <summary>Cuts to at most <paramref name="most"/> UTF-16 units, never inside a character; what was cut ends in <c>…</c>.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        if (most <= 0)
        {
            return "";
        }

        var end = most - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
        {
            if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }

            return;
        }

        // U+FFFD stands for half a surrogate pair. Format characters hold the bidirectional marks and the zero-width ones.
        if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
        {
            clean.Append(rune.ToString());
        }
    }
}
