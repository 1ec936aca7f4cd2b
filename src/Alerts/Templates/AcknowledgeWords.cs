namespace OpinionWatch.Alerts.Templates;

/// <summary>Says how a person takes an incident over (签收).</summary>
internal static class AcknowledgeWords
{
    private const string ByPhone = "不便上网时请致电值班室代为签收，并报事件编号。";

    /// <summary>Gives it for text.</summary>
    public static string Of(AlertMatter matter) => matter switch
    {
        { IsLinkSigned: true, Link: { } link } => $"打开 {link.AbsoluteUri} ，核对事项后点击“签收”。{Terms(matter)}{ByPhone}",
        { Link: { } link } => $"打开 {link.AbsoluteUri} ，登录后点击“签收：由我负责”。{ByPhone}",
        _ => $"登录舆情监测系统，在事件页点击“签收”；或致电值班室代为签收，并报事件编号。",
    };

    /// <summary>Gives it for what stands below a button that opens the link.</summary>
    public static string BelowButton(AlertMatter matter) =>
        matter.IsLinkSigned ? $"打开后核对事项，再点击“签收”。{Terms(matter)}{ByPhone}" : Of(matter);

    private static string Terms(AlertMatter matter) =>
        $"无需登录，即以“{matter.ContactName}”的名义签收；链接{Links.AcknowledgeTokens.Validity.Days}天内有效，只供本人使用，请勿转发。";
}
