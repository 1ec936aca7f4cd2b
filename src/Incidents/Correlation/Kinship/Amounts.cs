using System.Globalization;
using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Reads amounts that tell one matter from another: 346.2亩, 72000元 as well as 七万二, 217户. Small or round counts and years are left out.</summary>
internal static partial class Amounts
{
    private const string Numerals = "零一二三四五六七八九";
    private const decimal LeastAlone = 1000;
    private const decimal LeastCounted = 10;
    private const decimal Most = 1_000_000_000_000;

    /// <summary>Lists them, each as a number and, but for money, its unit.</summary>
    public static IEnumerable<string> Of(string text) => Amount().Matches(text).Select(Key).OfType<string>().Distinct();

    private static string? Key(Match match)
    {
        var digits = match.Groups["digits"];
        var value = digits.Success
            ? (decimal.TryParse(digits.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0)
            : ValueOf(match.Groups["words"].Value);
        value *= match.Groups["scale"].Value switch { "万" => 10_000, "亿" => 100_000_000, _ => 1 };
        var unit = match.Groups["unit"].Value switch { "块" or "元" => "", "名" => "人", "平方米" or "平方" => "平", var other => other };
        var isYear = digits.Success && value is > 1900 and < 2100 && match.Groups["unit"].Length == 0 && match.Groups["scale"].Length == 0;
        return isYear || value > Most || value < (unit.Length == 0 ? LeastAlone : LeastCounted)
            ? null
            : (value / 1.0000000000m).ToString("0.##", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>Reads 三百四十, 七万二, 六百二十三万.</summary>
    private static decimal ValueOf(string words)
    {
        decimal whole = 0, part = 0, digit = 0, last = 1;
        foreach (var word in words.Take(16))
        {
            switch (word)
            {
                case '十' or '百' or '千':
                    last = word switch { '十' => 10, '百' => 100, _ => 1000 };
                    part += (digit == 0 ? 1 : digit) * last;
                    digit = 0;
                    break;
                case '万':
                    whole = (part + digit) * 10_000;
                    (part, digit, last) = (0, 0, 10_000);
                    break;
                case '零':
                    last = 1;
                    break;
                default:
                    digit = word == '两' ? 2 : Numerals.IndexOf(word);
                    break;
            }
        }

        // 七万二 is 72,000 and 三百四 is 340: a digit at the end counts a tenth of the unit before it.
        return whole + part + (digit * (last > 10 ? last / 10 : 1));
    }

    [GeneratedRegex(@"(?:(?<digits>\d{1,12}(?:\.\d{1,4})?)|(?<words>[零一二三四五六七八九十百千万两]{2,16}))(?<scale>万|亿)?[多余来]?(?<unit>亩|户|元|块|吨|平方米|平方|平|米|公里|公顷|人|名|台|封)?", RegexOptions.None, 1000)]
    private static partial Regex Amount();
}
