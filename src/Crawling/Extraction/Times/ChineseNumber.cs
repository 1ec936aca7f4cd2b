using System.Globalization;

namespace OpinionWatch.Crawling.Extraction.Times;

/// <summary>Reads small numbers written in digits or Chinese: 3, 三, 十二, 两.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    internal static int Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        var ten = text.IndexOf('十');
        if (ten < 0)
        {
            return text.Length == 0 ? 0 : Digit(text[^1]);
        }

        var tens = ten == 0 ? 1 : Digit(text[ten - 1]);
        return (tens * 10) + (ten + 1 < text.Length ? Digit(text[ten + 1]) : 0);
    }

    private static int Digit(char c) => c == '两' ? 2 : Math.Max(0, Digits.IndexOf(c));
}
