using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Acts;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Observability;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The path of one post from page to outbox (STYLE.md §2); what was chosen, fetched and extracted comes from the crawler.</summary>
/// <remarks>Each document ends in exactly one <see cref="DocumentOutcome"/>, counted in <see cref="OutcomeCounts"/>. When a task completes, all of its page is on disk.</remarks>
internal sealed class PostPipeline(
    ICurrent<RuleEngine> rules,
    IEvidenceArchive evidence,
    IncidentDesk desk,
    OutcomeCounts counts,
    PipelineMeter meter,
    ILogger<PostPipeline> log) : IPageSink, IIntake
{
    /// <summary>Longest text kept of a document; the evidence has the whole page.</summary>
    private const int MostText = 1_000_000;

    private readonly SettledDocuments _settled = new();

    /// <summary>Takes a page the crawler fetched.</summary>
    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        var once = new EvidenceOnce(page.Page, page.Source.Id, evidence, log);
        var matched = new List<string>();
        foreach (var document in page.Documents)
        {
            var outcome = await TakeAsync(document, once, cancellationToken);
            counts.Add(outcome);
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
    public async Task TakeAsync(Document document, CancellationToken cancellationToken) =>
        counts.Add(await TakeAsync(document, page: null, cancellationToken));

    private async Task<DocumentOutcome> TakeAsync(Document document, EvidenceOnce? page, CancellationToken cancellationToken)
    {
        // Match and grade: words, places and stance become findings, findings a level with its reasons.
        var analysis = Judge(document);
        var outcome = analysis is null ? DocumentOutcome.Failed : await TakeAsync(document, analysis, page, cancellationToken);
        meter.Note(document, analysis, outcome);
        return outcome;
    }

    private async Task<DocumentOutcome> TakeAsync(Document document, Analysis analysis, EvidenceOnce? page, CancellationToken cancellationToken)
    {
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
        _settled.Add(document, analysis);
        return outcome;
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
