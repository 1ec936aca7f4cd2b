using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Drill;

/// <summary>The path of a post (<see cref="PostPipeline"/>) with the canary of a drill; each stage is timed.</summary>
internal sealed class DrillPath(DrillBook drills, IncidentDesk desk, Judge judge)
{
    /// <summary>Takes the page of a canary; one of no drill that is under way ends here.</summary>
    public async Task<PageReception> TakeAsync(CrawledPage page, EvidenceOnce once, PageTally tally, CancellationToken cancellationToken)
    {
        page.Documents.ToList().ForEach(_ => tally.AddDrill());
        if (drills.Find(page) is not { } drill)
        {
            return PageReception.Nothing;
        }

        drill.Note(DrillStages.Fetched, page.Page.FetchedAt);
        if (page.Documents is not [{ } document, ..])
        {
            drill.Lose("示例页里没有提取到正文");
            return PageReception.Nothing;
        }

        drill.Note(DrillStages.Extracted);
        if (judge.Find(document) is not { Level: > Level.None } analysis)
        {
            drill.Lose("规则没有把示例帖判为本地的自然资源舆情：请检查词库、地域和分级配置");
            return PageReception.Nothing;
        }

        drill.Note(DrillStages.Judged, detail: analysis.Level);
        var where = await once.KeepAsync(cancellationToken);
        await desk.TakeDrillAsync(drill, document, analysis, where, cancellationToken);
        tally.Keep();
        drill.Note(DrillStages.Kept);
        return PageReception.Nothing;
    }
}
