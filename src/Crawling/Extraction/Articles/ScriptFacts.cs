using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Reads single values out of the scripts of a page: a time, a name, a text that a script shows later. Nothing is run.</summary>
internal static partial class ScriptFacts
{
    private const int MaxValue = 600_000;
    private const int PatternMilliseconds = 200;

    /// <summary>Finds the first value of a name that speaks of publishing: unix seconds or a date.</summary>
    internal static string? Time(IReadOnlyList<string> scripts) => First(scripts, TimeValue());

    /// <summary>Finds the first value of «author», «nickname» and the like in a script that names the article.</summary>
    internal static string? Author(IReadOnlyList<string> scripts, string? title) => First(Naming(scripts, title), AuthorValue());

    /// <summary>Finds the first value of «source», «media» and the like in a script that names the article.</summary>
    internal static string? Source(IReadOnlyList<string> scripts, string? title) => First(Naming(scripts, title), SourceValue());

    /// <summary>Finds the first value of «title» that has Chinese in it.</summary>
    internal static string? Title(IReadOnlyList<string> scripts) => First(scripts, TitleValue());

    /// <summary>Finds the text with most Chinese characters among the quoted values of the scripts; null when none has <paramref name="least"/> of them.</summary>
    internal static string? Text(IReadOnlyList<string> scripts, int least)
    {
        string? best = null;
        var most = least - 1;
        foreach (var script in scripts)
        {
            for (var at = 0; at < script.Length && script.AsSpan(at).IndexOfAny('"', '\'') is >= 0 and var ahead;)
            {
                at += ahead;
                if (!IsValue(script, at))
                {
                    at++;
                    continue;
                }

                var end = ValueEnd(script, at + 1, script[at]);
                if (end - at > least && end - at < MaxValue)
                {
                    var value = Unescape(script.AsSpan(at + 1, end - at - 1));
                    var chinese = CountChinese(value);
                    (best, most) = chinese > most ? (value, chinese) : (best, most);
                }

                at = end + 1;
            }
        }

        return best;
    }

    /// <summary>Counts the Chinese characters of a text.</summary>
    internal static int CountChinese(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return count;
    }

    /// <summary>Lists the scripts in which the headline stands: other scripts speak of other things.</summary>
    private static IEnumerable<string> Naming(IReadOnlyList<string> scripts, string? title)
    {
        var start = title is null || title.Length < 4 ? null : title.Length > 8 ? title[..8] : title;
        return start is null ? [] : scripts.Where(script => script.Contains(start, StringComparison.Ordinal));
    }

    private static string? First(IEnumerable<string> scripts, Regex pattern)
    {
        foreach (var script in scripts)
        {
            try
            {
                if (pattern.Match(script) is { Success: true } match)
                {
                    return Unescape(match.Groups["v"].ValueSpan).Trim();
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // A script that long is no statement of facts.
            }
        }

        return null;
    }

    /// <summary>True when a quote opens the value of a name: after a colon or an equals sign.</summary>
    private static bool IsValue(string script, int quote)
    {
        var before = quote - 1;
        while (before >= 0 && script[before] is ' ' or '\n' or '\r' or '\t')
        {
            before--;
        }

        return before >= 0 && script[before] is ':' or '=' or '(';
    }

    private static int ValueEnd(string script, int from, char quote)
    {
        for (var i = from; i < script.Length; i++)
        {
            if (script[i] == '\\')
            {
                i++;
            }
            else if (script[i] == quote)
            {
                return i;
            }
        }

        return script.Length;
    }

    private static string Unescape(ReadOnlySpan<char> value)
    {
        if (!value.Contains('\\'))
        {
            return value.ToString();
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 >= value.Length)
            {
                text.Append(value[i]);
                continue;
            }

            i++;
            if (value[i] == 'u' && i + 4 < value.Length && ushort.TryParse(value.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
            }
            else if (value[i] == 'x' && i + 2 < value.Length && byte.TryParse(value.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var small))
            {
                text.Append((char)small);
                i += 2;
            }
            else
            {
                text.Append(value[i] switch { 'n' => '\n', 't' or 'r' => ' ', var other => other });
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?:\b|_)(?:publish(?:ed)?_?(?:time|date|at)|pub_?(?:time|date)|news_?time|create_?time|oriCreateTime|release_?(?:time|date)|issue_?time|show_?time|display_?time|post_?time|ptime|datePublished|ct)[""']?\s?[:=]\s?[""']?(?<v>(?:20\d{2}[-/年]\d{1,2}[-/月]\d{1,2}[^""',;<\n]{0,24})|1\d{9}(?:\d{3})?(?!\d))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternMilliseconds)]
    private static partial Regex TimeValue();

    [GeneratedRegex(@"\b(?:author(?:_?name)?|nick_?name|user_?name)[""']?\s?[:=]\s?[""'](?<v>[^""'<>{}\n]{1,40})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternMilliseconds)]
    private static partial Regex AuthorValue();

    [GeneratedRegex(@"\b(?:source(?:_?name)?|media(?:_?name)?|origin)[""']?\s?[:=]\s?[""'](?<v>[^""'<>{}/\n]{2,40})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternMilliseconds)]
    private static partial Regex SourceValue();

    [GeneratedRegex(@"\b(?:news_?|article_?)?title[""']?\s?[:=]\s?[""'](?<v>[^""'<>{}\n]{4,200})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternMilliseconds)]
    private static partial Regex TitleValue();
}
