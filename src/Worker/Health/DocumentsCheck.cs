using OpinionWatch.Alerts.Templates;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether every document that was read was also judged.</summary>
internal sealed class DocumentsCheck(FailedDocuments failed) : IHealthCheck
{
    private const int MostNamed = 5;
    private const int LongestName = 200;

    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken)
    {
        var (named, forgotten) = failed.List();
        return Task.FromResult<IReadOnlyList<HealthFinding>>(named.Count + forgotten == 0 ? [] : [Find(named, forgotten)]);
    }

    private static HealthFinding Find(IReadOnlyList<FailedDocument> named, int forgotten)
    {
        var since = named.Count > 0 ? $"（自 {named.Min(one => one.Since):O} 起）" : "";
        var unnamed = forgotten > 0 ? $"其中 {forgotten} 篇只记下了数目。" : "";
        var last = named.Count > 0 ? $"最近的：{string.Join('；', named.Reverse().Take(MostNamed).Select(NameOf))}" : "";
        return new HealthFinding(Stops: false, $"{named.Count + forgotten} 篇文档未能研判{since}，其内容没有人得到预警（系统会再试），请人工查看原文并把运行日志交给维护人员。{unnamed}{last}");
    }

    private static string NameOf(FailedDocument one) =>
        $"{PlainText.OneLine(one.Url ?? one.Id, LongestName)}（{PlainText.OneLine(one.Id, LongestName)}，信源 {PlainText.OneLine(one.Site, LongestName)}，{one.Since:O}，{(one.Evidence is null ? "页面未能存证" : "页面已存证")}）";
}
