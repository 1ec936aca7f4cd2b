using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether the sites answer from this machine.</summary>
internal sealed class SitesExamination(SitesLook look) : IExamination
{
    private const int MostNamed = 20;

    public string Name => "信源";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var sites = await look.SeeAsync(cancellationToken);
        if (sites.Count == 0)
        {
            return [new Diagnosis(DiagnosisMark.Fault, "没有启用的信源", "在 config/sites 中加入要查看的网站。")];
        }

        var troubled = sites.Select(site => (site.Source, Fault: FaultOf(site.Outcome))).Where(site => site.Fault is not null).ToList();
        if (troubled.Count == sites.Count)
        {
            return [new Diagnosis(DiagnosisMark.Fault, $"全部 {sites.Count} 个信源都访问不到：{troubled[0].Fault}", "先检查本机网络、域名解析和 fetch.proxy。")];
        }

        return
        [
            new Diagnosis(DiagnosisMark.Good, $"{sites.Count - troubled.Count} 个信源可以访问（共 {sites.Count} 个）"),
            .. troubled.Take(MostNamed).Select(site => new Diagnosis(DiagnosisMark.Warning, $"{site.Source.Id}（{site.Source.Name}）：{site.Fault}", "用浏览器打开其 start 地址核对；不再使用的可设 enabled: false。")),
            .. troubled.Count > MostNamed ? [new Diagnosis(DiagnosisMark.Warning, $"另有 {troubled.Count - MostNamed} 个信源访问不到")] : Array.Empty<Diagnosis>(),
        ];
    }

    private static string? FaultOf(FetchOutcome? outcome) => outcome switch
    {
        FetchOutcome.Fetched or FetchOutcome.NotModified => null,
        FetchOutcome.Throttled throttled => throttled.After is { } after ? $"网站要求 {after.TotalSeconds:0} 秒后再访问" : "网站要求少访问（429 或 503）",
        FetchOutcome.Refused refused => $"网站答复 {(int)refused.Status}",
        FetchOutcome.Failed failed => failed.Reason,
        FetchOutcome.Disallowed => "网站的 robots.txt 不允许访问",
        _ => "时间内没有轮到",
    };
}
