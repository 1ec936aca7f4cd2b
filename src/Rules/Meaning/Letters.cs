using System.Buffers;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Reads what a citizen's letter says of itself: that it complains, that it only asks, that it thanks.</summary>
internal static class Letters
{
    private const int Closing = 60;
    private const int ShortPraise = 160;
    private const int ShortQuestion = 60;
    private static readonly string[] Kinds = ["投诉", "举报", "求助", "诉求", "咨询", "反映", "控诉", "申诉", "请求", "呼吁"];
    private static readonly SearchValues<string> Complaints = SearchValues.Create(["投诉", "举报", "求助", "诉求", "控诉", "申诉", "求救"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Answers = SearchValues.Create(["回复", "答复", "回应", "办理", "处理", "通报", "电话", "热线", "公示", "渠道", "方式", "指南", "平台"], StringComparison.Ordinal);
    private static readonly string[] Endings = ["?", "吗", "么", "呢"];
    private static readonly SearchValues<string> Askings = SearchValues.Create(["有没有", "有没得", "请问", "哪里", "多久", "可以", "能不能", "要不要", "是不是", "会不会", "能否", "什么时候", "多少", "谁知道", "有人知道", "怎么办", "如何", "吗"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Rhetoric = SearchValues.Create(["还有", "谁管", "没人管", "天理", "王法", "良心"], StringComparison.Ordinal);

    /// <summary>Whether the title calls the document a letter: 关于…的投诉, 咨询…; not what was answered.</summary>
    public static bool AreNamed(Reading reading)
    {
        var title = Title(reading);
        return !title.IsEmpty && !title.ContainsAny(Answers) && HasKind(title);
    }

    /// <summary>Whether the title says that it complains.</summary>
    public static bool Complain(Reading reading) => Title(reading).ContainsAny(Complaints);

    /// <summary>Whether title or a short text is a question, no wrong is named and nothing turns against anyone.</summary>
    public static bool OnlyAsk(Reading reading)
    {
        var title = Title(reading);
        var asked = title.IsEmpty ? reading.Text.Span[reading.Text.TitleLength..].Trim() : title;
        return (!title.IsEmpty || asked.Length <= ShortQuestion) && !reading.Has(TermRole.Act) && Asks(asked) && !Report.Turn(reading.Text.Span);
    }

    /// <summary>Whether the thanks are what it is for: in the title, at the close, twice, or in a short text; not 工作人员也热情 by the way.</summary>
    public static bool Thank(Reading reading, Cues cues) =>
        cues.Praises > 1 || reading.Text.Length <= ShortPraise
        || reading.Any(one => one.Term.Role == TermRole.Praise && !one.Inner && (reading.InTitle(one) || one.End >= reading.Text.Length - Closing));

    private static ReadOnlySpan<char> Title(Reading reading) => reading.Text.TitleLength > 1 ? reading.Text.Span[..reading.Text.TitleLength].Trim() : [];

    private static bool HasKind(ReadOnlySpan<char> title)
    {
        foreach (var kind in Kinds)
        {
            if (title.StartsWith(kind) || title.EndsWith(kind))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Askings) || text.ContainsAny(Rhetoric))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (text.EndsWith(ending))
            {
                return true;
            }
        }

        return text.StartsWith("请问") || text.StartsWith("有没有");
    }
}
