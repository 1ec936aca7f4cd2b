using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>What a reply's title has in common with the title it answers: the letters without Re:, 回复：, 转：.</summary>
internal static partial class TitleKey
{
    private const int Shortest = 8;

    /// <summary>As much of a title as an incident keeps; a hostile one is a million replies to replies.</summary>
    private const int Longest = 200;

    /// <summary>Gives it; null when the title is too short to tell anything.</summary>
    public static string? Of(string? title)
    {
        var rest = title is { Length: > Longest } ? title[..Longest] : title ?? "";
        while (Mark().Match(rest) is { Length: > 0 } mark)
        {
            rest = rest[mark.Length..];
        }

        var letters = CorrelationText.LettersOf(rest);
        return letters.Length < Shortest ? null : letters;
    }

    [GeneratedRegex(@"^\s*(?:(?:re|fw|回复|答复|转|转载|转帖|转发|追踪|后续)\s*[:：]|【(?:转|转载|回复|答复)】|\[(?:转|转载|回复|答复)\])\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mark();
}
