using System.Globalization;
using System.Text.RegularExpressions;

namespace OpinionWatch.Crawling.Extraction.Epapers;

/// <summary>Dated addresses of a digital newspaper (数字报): <c>{yyyy}</c>, <c>{yy}</c>, <c>{MM}</c>, <c>{M}</c>, <c>{dd}</c>, <c>{d}</c> stand for the day.</summary>
public static partial class EpaperAddress
{
    /// <summary>Says whether an address holds the day.</summary>
    public static bool IsDated(Uri address) => Mark().IsMatch(address.OriginalString);

    /// <summary>Gives the address of a day; an address without marks comes back as it is.</summary>
    public static Uri Of(Uri address, DateOnly day) =>
        new(Mark().Replace(address.OriginalString, mark => day.ToString(mark.Groups[1].Value is "d" or "M" ? "%" + mark.Groups[1].Value : mark.Groups[1].Value, CultureInfo.InvariantCulture)));

    /// <summary>Says whether a text in braces is none of the marks, so that a mistyped one is found.</summary>
    public static bool HasUnknownMark(Uri address) => Braces().Replace(Mark().Replace(address.OriginalString, ""), "\0").Contains('\0', StringComparison.Ordinal);

    [GeneratedRegex(@"\{(yyyy|yy|MM|M|dd|d)\}", RegexOptions.None, 200)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{[^{}]*\}|[{}]", RegexOptions.None, 200)]
    private static partial Regex Braces();
}
