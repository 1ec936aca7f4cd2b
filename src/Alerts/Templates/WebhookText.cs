using System.Text;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes what a group chat robot says.</summary>
internal static class WebhookText
{
    private static readonly TextTemplate Markdown = TextTemplate.BuiltIn("""
        {late}**【{level}】{mark}{matter}**
        {?delay}本条{delay}。
        {/}{sentence}

        地点：{places}
        {?deadline}时限：{deadline}
        {/}来源：{source}（共{count}篇）
        首次发布：{published}
        当前状态：{state}
        {?summary}摘要：{summary}
        {/}{?link}[查看并签收]({link})
        {/}事件编号：{incident}
        """.ReplaceLineEndings("\n"));

    private static readonly TextTemplate Plain = TextTemplate.BuiltIn("""
        {late}【{level}】{mark}{matter}
        {?delay}本条{delay}。
        {/}{sentence}
        地点：{places}
        {?deadline}时限：{deadline}
        {/}来源：{source}（共{count}篇）
        首次发布：{published}
        当前状态：{state}
        {?summary}摘要：{summary}
        {/}{?link}查看并签收：{link}
        {/}事件编号：{incident}
        """.ReplaceLineEndings("\n"));

    /// <summary>Writes it in markdown or in plain text.</summary>
    public static string Write(IReadOnlyDictionary<string, string> parts, AlertTemplates own, bool plain) =>
        plain ? (own.WebhookText ?? Plain).Fill(parts, NoTags) : (own.WebhookMarkdown ?? Markdown).Fill(parts, Escape);

    /// <summary>Makes outside text mean nothing in markdown: signs that steer it become their wide forms, which read the same.</summary>
    public static string Escape(string value)
    {
        var safe = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            safe.Append(c is '<' or '>' or '[' or ']' or '`' or '*' or '|' or '\\' or '~' || (c is '#' or '-' or '!' && (safe.Length == 0 || safe[^1] == '\n')) ? (char)(c + 0xFEE0) : c);
        }

        return safe.ToString();
    }

    /// <summary>飞书 reads tags (at everybody) in plain text as well.</summary>
    private static string NoTags(string value) => value.Replace('<', '＜').Replace('>', '＞');
}
