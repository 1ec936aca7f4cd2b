using System.Text;

namespace OpinionWatch.Crawling.Extraction.Pages;

/// <summary>What one version of a text has and the other has not, line by line; lines that only moved are in both.</summary>
/// <param name="Added">Lines of the new version that the old one has not, in order.</param>
/// <param name="Removed">Lines of the old version that the new one has not, in order.</param>
public sealed record TextDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    private const int MostShown = 2000;

    /// <summary>Nothing that a reader would call a change.</summary>
    public bool IsNothing => Added.Count == 0 && Removed.Count == 0;

    /// <summary>Compares two versions by what they say: white space, counters (阅读 123, 今天是…) and the time that passed (3 小时前) are no part of it.</summary>
    public static TextDifference Between(string before, string after)
    {
        var old = Lines(before);
        var now = Lines(after);
        return new TextDifference(Missing(now, old), Missing(old, now));
    }

    /// <summary>Says it in Chinese: 新增：… 删去：…</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, "新增：", Added);
        Append(text, "删去：", Removed);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string word, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var joined = string.Join('\n', lines);
        text.Append(text.Length > 0 ? "\n" : "").Append(word).Append(joined.Length > MostShown ? string.Concat(joined.AsSpan(0, MostShown), "……") : joined);
    }

    private static List<string> Missing(List<string> from, List<string> other)
    {
        var left = other.GroupBy(line => line, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var line in from)
        {
            if (left.TryGetValue(line, out var count) && count > 0)
            {
                left[line] = count - 1;
            }
            else
            {
                missing.Add(line);
            }
        }

        return missing;
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => RelativeTime.Remove(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).Where(line => line.Length > 0 && !IsCounter(line))];

    /// <summary>Lines that change by themselves.</summary>
    private static bool IsCounter(string line) => line.Length <= 40 && line.Any(char.IsAsciiDigit)
        && (line.StartsWith("今天是", StringComparison.Ordinal) || line.StartsWith("当前时间", StringComparison.Ordinal) || line.StartsWith("现在是", StringComparison.Ordinal)
            || HasCount(line, "阅读") || HasCount(line, "浏览") || HasCount(line, "点击") || HasCount(line, "访问") || HasCount(line, "在线") || HasCount(line, "查看"));

    private static bool HasCount(string line, string word) => line.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
        && line.AsSpan(at + word.Length) is var rest && rest.TrimStart("数次量人:： 　") is [>= '0' and <= '9', ..];
}
