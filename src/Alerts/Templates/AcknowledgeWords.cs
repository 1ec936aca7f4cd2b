namespace OpinionWatch.Alerts.Templates;

/// <summary>Says how a person takes an incident over (签收).</summary>
internal static class AcknowledgeWords
{
    public static string Of(AlertMatter matter) => matter.Link is { } link
        ? $"打开 {link.AbsoluteUri} ，填写姓名和令牌后点击“签收”。不便上网时请致电值班室代为签收，并报事件编号。"
        : "登录舆情监测系统，在事件页点击“签收”；或致电值班室代为签收，并报事件编号。";
}
