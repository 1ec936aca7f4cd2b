using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Acts;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Ledger;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The path of one post from page to outbox (STYLE.md §2); what was chosen, fetched and extracted comes from the crawler.</summary>
/// <remarks>Each document ends in exactly one <see cref="DocumentOutcome"/>, counted in <see cref="OutcomeCounts"/>. When a task completes, all of its page is on disk.</remarks>
internal sealed class PostPipeline(
    ICurrent<RuleEngine> rules,
    IEvidenceArchive evidence,
    IncidentDesk desk,
    OutcomeCounts counts,
    DrillBook drills,
    LedgerBook ledger,
    ILogger<PostPipeline> log) : IPageSink, IIntake
{
    /// <summary>Longest text kept of a document; the evidence has the whole page.</summary>
    private const int MostText = 1_000_000;

    private readonly SettledDocuments _settled = new();

    /// <summary>Takes a page the crawler fetched.</summary>
    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        var once = new EvidenceOnce(page.Page, page.Source.Id, evidence, log);
        var tally = new PageTally(page.Documents.Count);
        try
        {
            var reception = page.Source.Id == DrillSource.Id ? await TakeDrillAsync(page, once, tally, cancellationToken) : await TakeAllAsync(page, once, tally, cancellationToken);
            tally.IsWhole = true;
            return reception;
        }
        finally
        {
            ledger.Taken(page.Source.Id, page.Page.FetchedAt, tally);
        }
    }

    private async Task<PageReception> TakeAllAsync(CrawledPage page, EvidenceOnce once, PageTally tally, CancellationToken cancellationToken)
    {
        var matched = new List<string>();
        foreach (var document in page.Documents)
        {
            var outcome = await TakeAsync(document, once, tally, cancellationToken);
            counts.Add(outcome);
            tally.Add(outcome);
            if (outcome is DocumentOutcome.Opened or DocumentOutcome.Joined or DocumentOutcome.Raised or DocumentOutcome.Known)
            {
                matched.Add(document.Id);
            }
        }

        return new PageReception(matched);
    }

    /// <summary>Records that a document was edited, taken away or put back where it was published.</summary>
    public async Task RecordAsync(PageChange change, CancellationToken cancellationToken) =>
        await desk.RecordAsync(change.DocumentId, change.What, change.Difference, new EvidenceOnce(change.Page, change.Source.Id, evidence, log).KeepAsync, cancellationToken);

    /// <summary>Takes what a member of staff reported; the same way but for the page.</summary>
    public async Task TakeAsync(Document document, CancellationToken cancellationToken)
    {
        var (source, at, tally) = (LedgerBook.SourceOf(document.Site), document.FetchedAt ?? DateTimeOffset.UnixEpoch, new PageTally(1));
        try
        {
            var outcome = await TakeAsync(document, page: null, tally, cancellationToken);
            counts.Add(outcome);
            tally.Add(outcome);
            tally.IsWhole = true;
        }
        finally
        {
            ledger.Taken(source, at, tally);
            ledger.Reported(source, at);
        }
    }

    private async Task<DocumentOutcome> TakeAsync(Document document, EvidenceOnce? page, PageTally tally, CancellationToken cancellationToken)
    {
        // Match and grade: words, places and stance become findings, findings a level with its reasons.
        if (Judge(document) is not { } analysis)
        {
            return DocumentOutcome.Failed;
        }

        if (!analysis.Relevant)
        {
            return DocumentOutcome.Irrelevant;
        }

        if (_settled.Contains(document, analysis))
        {
            return DocumentOutcome.Known;
        }

        // Keep the page as it came before anything refers to it.
        var where = analysis.Level == Level.None || page is null ? null : await page.KeepAsync(cancellationToken);

        // Correlate, route and keep: the desk decides, and writes incident, alerts and document at once.
        var outcome = await desk.TakeAsync(Cut(document), analysis, where, cancellationToken);
        if (outcome != DocumentOutcome.Known)
        {
            tally.Keep();
        }

        _settled.Add(document, analysis);
        return outcome;
    }

    /// <summary>The same path with the canary of a drill; each stage is timed.</summary>
    private async Task<PageReception> TakeDrillAsync(CrawledPage page, EvidenceOnce once, PageTally tally, CancellationToken cancellationToken)
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
        if (Judge(document) is not { Level: > Level.None } analysis)
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

    private Analysis? Judge(Document document)
    {
        try
        {
            return rules.Value.Analyze(document);
        }
#pragma warning disable CA1031 // The edge of the loop over a page's documents: one that the rules stumble over must not keep the others from being judged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.JudgingFailed(exception, document.Id, document.Site);
            return null;
        }
    }

    private static Document Cut(Document document) => document.Text.Length <= MostText
        ? document
        : document with { Text = document.Text[..MostText] + "……（正文过长，其余见证据存档）" };
}
