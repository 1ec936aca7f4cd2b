using System.Globalization;
using System.Text;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Replaces escaped halves of characters in JSON, which no reader accepts. Pure.</summary>
internal static class LoneSurrogates
{
    /// <summary>Gives the text with U+FFFD in their place.</summary>
    public static string Replaced(string json)
    {
        var text = new StringBuilder(json);
        for (var at = 0; at < text.Length - 5; at++)
        {
            if (text[at] != '\\')
            {
                continue;
            }

            var unit = UnitAt(text, at);
            if (unit is { } high && char.IsHighSurrogate(high) && UnitAt(text, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                at += 11;
            }
            else if (unit is { } half && char.IsSurrogate(half))
            {
                text[at + 2] = text[at + 3] = text[at + 4] = 'f';
                text[at + 5] = 'd';
                at += 5;
            }
            else
            {
                at++;
            }
        }

        return text.ToString();
    }

    private static char? UnitAt(StringBuilder text, int at) =>
        at + 5 < text.Length && text[at] == '\\' && text[at + 1] == 'u' && ushort.TryParse(text.ToString(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
