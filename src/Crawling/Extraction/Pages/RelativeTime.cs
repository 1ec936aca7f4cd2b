using System.Text;

namespace OpinionWatch.Crawling.Extraction.Pages;

/// <summary>Takes the time that passed out of a line (3 小时前, 12分钟前): it changes by itself.</summary>
internal static class RelativeTime
{
    private const string Mark = "…前";
    private static readonly string[] Units = ["秒钟前", "秒前", "分钟前", "分前", "个小时前", "小时前", "天前", "个星期前", "周前", "个月前", "月前", "年前"];

    /// <summary>Gives the line with each such time in one and the same form.</summary>
    public static string Remove(string line)
    {
        if (!line.Contains('前', StringComparison.Ordinal) || !line.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return line;
        }

        var text = new StringBuilder(line.Length);
        var at = 0;
        while (at < line.Length)
        {
            var digits = at;
            while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            {
                digits++;
            }

            var unit = digits > at && digits < line.Length && line[digits] == ' ' ? digits + 1 : digits;
            if (digits > at && Array.Find(Units, name => line.AsSpan(unit).StartsWith(name)) is { } found)
            {
                text.Append(Mark);
                at = unit + found.Length;
                continue;
            }

            var end = digits > at ? digits : at + 1;
            text.Append(line, at, end - at);
            at = end;
        }

        return text.ToString();
    }
}
