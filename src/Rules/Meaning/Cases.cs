using System.Buffers;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Asks whether a clause names one case that happened: 查处一起打人事件, 通报两起强拆案, and not 打击打人行为.</summary>
internal static class Cases
{
    private const int Reach = 8;
    private const int CountReach = 10;
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789一二三四五六七八九十两几多数");
    private static readonly SearchValues<char> NoCase = SearchValues.Create("方预备档提草立图答");
    private static readonly SearchValues<string> Campaigns = SearchValues.Create(["打击", "严打", "整治", "遏制", "杜绝", "严防", "防范"], StringComparison.Ordinal);

    /// <summary>Whether the clause from <paramref name="start"/> to <paramref name="end"/> speaks of one case at all.</summary>
    public static bool Stand(Reading reading, int start, int end)
    {
        var text = reading.Text.Span[start..end];
        return text.IndexOf("一起") >= 0 || text.Contains('案') || text.IndexOf("事件") >= 0;
    }

    /// <summary>Whether what the match names is the case: 一起强拆民房案, 误拆民房事件; not 对一起违法占地案强制拆除, 打击强拆案件, 强拆案例.</summary>
    public static bool Name(Reading reading, int index)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        var text = reading.Text.Span;
        var after = text[one.End..Math.Min(end, one.End + Reach)];
        var noun = NounIn(after);
        var counted = IsCounted(reading, index, start);
        if (noun < 0 || after[..noun].Contains('起'))
        {
            return counted && reading.Between(index, start, one.Start).Any(static other => other.Term.Role == TermRole.Enforcement && !other.Inner);
        }

        return counted || !(text[start..one.Start].ContainsAny(Campaigns) || after[noun..].StartsWith("案例"));
    }

    private static int NounIn(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("事件");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '案' && (i == 0 || !NoCase.Contains(text[i - 1])) && (at < 0 || i < at))
            {
                return i;
            }
        }

        return at;
    }

    /// <summary>一起, 两起, 3起 shortly before.</summary>
    private static bool IsCounted(Reading reading, int index, int start)
    {
        var one = reading.Found[index];
        var before = reading.Text.Span[Math.Max(start, one.Start - CountReach)..one.Start];
        var at = before.LastIndexOf('起');
        return at > 0 && Numbers.Contains(before[at - 1]);
    }
}
