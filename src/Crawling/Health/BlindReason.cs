using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Health;

/// <summary>Says for people why a list could not be seen and what to do.</summary>
internal static class BlindReason
{
    public const string Empty = "列表是空的；网站可能改版，请打开列表页核对 start 地址和 kind";

    public const string NoPaper = "已有三天以上没有取到新一期；数字报可能停刊或换了网址，请核对 start 里的日期写法";

    private static readonly (string Word, string Advice)[] Advices =
    [
        ("程序出错", "请把网址和日志交给维护人员，其他信源不受影响"),
        ("登录", "本系统不登录，请换公开的栏目，或在浏览器中核对是否改为登录可见"),
        ("验证", "网站把本机当作机器人；请调大 every 和 delay，必要时与网站联系"),
        ("乱码", "请在浏览器中核对页面，确属网站编码有误时与网站联系"),
        ("脚本", "请改用该网站的接口（kind: json）、订阅源或站点地图"),
        ("删除", "请核对 start 地址，栏目可能已撤"),
        ("空的", "请在浏览器中打开 start 地址核对"),
    ];

    private static readonly string[] SiteWide = ["程序出错", "登录", "验证", "乱码", "脚本", "空的"];

    /// <summary>Says that it is our fault.</summary>
    public static string OfBug(Exception e) => $"读取页面时程序出错（{e.GetType().Name}）";

    /// <summary>Adds what to do to what a reading found wrong.</summary>
    public static string OfReading(string fault) =>
        fault.Contains('；', StringComparison.Ordinal) ? fault
        : Array.Find(Advices, advice => fault.Contains(advice.Word, StringComparison.Ordinal)) is { Advice: { } advice } ? $"{fault}；{advice}"
        : $"{fault}；请在浏览器中打开列表页核对 start 地址和 kind";

    /// <summary>Says whether a fault of one page speaks of the whole site: it wants a login or a proof, or comes garbled or empty. A PDF or a deleted post does not.</summary>
    public static bool IsOfSite(string fault) => Array.Exists(SiteWide, word => fault.Contains(word, StringComparison.Ordinal));

    /// <summary>Says what is wrong with a list that was read; null when nothing is.</summary>
    public static string? OfItems(ListReading reading, FrontierEntry visited)
    {
        if (reading.Items.Count + reading.Further.Count > 0)
        {
            return null;
        }

        return visited.Usual > 0 ? $"列表认不出条目了（以往约 {visited.Usual} 条）；网站可能改版，请打开列表页核对 start 地址和 kind" : Empty;
    }

    public static string Of(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Disallowed => "网站的 robots.txt 禁止采集这个列表页；请换一个允许的地址，或与网站商定",
        FetchOutcome.Throttled { After: { } after } => $"网站要求降低频率，{Math.Ceiling(after.TotalSeconds)} 秒后再试；请调大 every 或 delay",
        FetchOutcome.Throttled => "网站要求降低频率或正在维护；请调大 every 或 delay",
        FetchOutcome.Refused { Status: var status } => (int)status switch
        {
            401 or 403 => $"网站拒绝访问（状态 {(int)status}）；可能需要登录或封了本机地址，请在浏览器中核对",
            404 or 410 => $"列表页不存在（状态 {(int)status}）；请核对 start 地址",
            >= 500 => $"网站出错（状态 {(int)status}）；会自动重试",
            _ => $"网站没有给出页面（状态 {(int)status}）；请核对 start 地址",
        },
        FetchOutcome.Failed { Fault: FetchFault.Dns or FetchFault.Connect or FetchFault.Timeout } failed => $"{failed.Reason}；请检查本机网络和网站是否开放，会自动重试",
        FetchOutcome.Failed failed => failed.Reason,
        _ => "未知原因",
    };
}
