using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Acts;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Model;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Observability;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The path of one post from page to outbox (STYLE.md §2); what was chosen, fetched and extracted comes from the crawler.</summary>
/// <remarks>Each document ends in exactly one <see cref="DocumentOutcome"/>, counted in the ledger. When a task completes, all of its page is on disk.</remarks>
internal sealed class PostPipeline(
    Judge judge,
    IEvidenceArchive evidence,
    IncidentDesk desk,
    FailedDocuments failed,
    FailureRecord failures,
    DrillPath drills,
    LedgerBook ledger,
    PipelineMeter meter,
    ILogger<PostPipeline> log) : IPageSink, IIntake
{
    private readonly SettledDocuments _settled = new();

    /// <summary>Takes a page the crawler fetched.</summary>
    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        var once = new EvidenceOnce(page.Page, page.Source.Id, evidence, log);
        var tally = new PageTally(page.Documents.Count);
        try
        {
            var reception = page.Source.Id == DrillSource.Id ? await drills.TakeAsync(page, once, tally, cancellationToken) : await TakeAllAsync(page, once, tally, cancellationToken);
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
            var outcome = await TakeAsync(document, once.KeepAsync, tally, cancellationToken);
            tally.Add(outcome);
            if (outcome is DocumentOutcome.Opened or DocumentOutcome.Joined or DocumentOutcome.Raised or DocumentOutcome.Known or DocumentOutcome.Failed)
            {
                // What failed may belong to a matter when it is judged at a later try, of which the crawler hears nothing.
                matched.Add(document.Id);
            }
        }

        return new PageReception(matched);
    }

    /// <summary>Records that a document was edited, taken away or put back where it was published.</summary>
    public async Task RecordAsync(PageChange change, CancellationToken cancellationToken) =>
        await desk.RecordAsync(change.DocumentId, change.What, change.Difference, new EvidenceOnce(change.Page, change.Source.Id, evidence, log).KeepAsync, cancellationToken);

    /// <summary>Takes what a member of staff reported; the same way but for the page.</summary>
    /// <exception cref="InvalidOperationException">It could not be judged; whoever reported it must hear of that.</exception>
    public async Task TakeAsync(Document document, CancellationToken cancellationToken)
    {
        var (source, at, tally) = (LedgerBook.SourceOf(document.Site), document.FetchedAt ?? DateTimeOffset.UnixEpoch, new PageTally(1));
        DocumentOutcome outcome;
        try
        {
            outcome = await TakeAsync(document, keepPage: null, tally, cancellationToken);
            tally.Add(outcome);
            tally.IsWhole = true;
        }
        finally
        {
            ledger.Taken(source, at, tally);
            ledger.Reported(source, at);
        }

        if (outcome == DocumentOutcome.Failed)
        {
            throw new InvalidOperationException($"The document {document.Id} could not be judged.");
        }
    }

    /// <summary>Takes a document again that could not be judged. In the ledger it ended when it failed; from then on <see cref="FailedDocuments"/> follows it.</summary>
    public async Task<DocumentOutcome> RetryAsync(KeptDocument kept, CancellationToken cancellationToken)
    {
        var outcome = await TakeAsync(kept.Document, _ => Task.FromResult(kept.Evidence), new PageTally(0), cancellationToken);
        if (outcome != DocumentOutcome.Failed)
        {
            log.JudgedAfterAll(kept.Document.Id, kept.Document.Site, outcome);
        }

        return outcome;
    }

    private async Task<DocumentOutcome> TakeAsync(Document document, Func<CancellationToken, Task<string?>>? keepPage, PageTally tally, CancellationToken cancellationToken)
    {
        // Match and grade: words, places and stance become findings, findings a level with its reasons.
        var analysis = judge.Find(document);
        var outcome = analysis is null ? await FailAsync(document, keepPage, cancellationToken) : await TakeAsync(document, analysis, keepPage, tally, cancellationToken);
        meter.Note(document, analysis, outcome);
        return outcome;
    }

    private async Task<DocumentOutcome> TakeAsync(Document document, Analysis analysis, Func<CancellationToken, Task<string?>>? keepPage, PageTally tally, CancellationToken cancellationToken)
    {
        if (!analysis.Relevant)
        {
            failed.Settle(document.Id);
            return DocumentOutcome.Irrelevant;
        }

        if (_settled.Contains(document, analysis))
        {
            failed.Settle(document.Id);

            // Only what belongs to a matter is looked at again by the crawler.
            return analysis.Level > Level.None ? DocumentOutcome.Known : analysis.InArea ? DocumentOutcome.Irrelevant : DocumentOutcome.OutOfArea;
        }

        // Keep the page as it came before anything refers to it. Of a document without a level the desk does, if it joins: most do not, and their pages would fill the disk.
        var where = analysis.Level == Level.None || keepPage is null ? null : await keepPage(cancellationToken);

        // Correlate, route and keep: the desk decides, and writes incident, alerts and document at once.
        if (await DecideAsync(document, analysis, where, analysis.Level == Level.None ? keepPage : null, cancellationToken) is not { } outcome)
        {
            return await FailAsync(document, keepPage, cancellationToken);
        }

        if (outcome != DocumentOutcome.Known)
        {
            tally.Keep();
        }

        failed.Settle(document.Id);
        _settled.Add(document, analysis);
        return outcome;
    }

    /// <summary>Has the desk decide; null when it stumbled over this document, or no record can hold what it decided. That the disk takes nothing goes on up: the page is taken again.</summary>
    private async Task<DocumentOutcome?> DecideAsync(Document document, Analysis analysis, string? where, Func<CancellationToken, Task<string?>>? keepPage, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.TakeAsync(DocumentCut.Of(document), analysis, where, keepPage, cancellationToken);
        }
        catch (Exception exception) when (exception is DecisionException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            log.DecidingFailed(exception, document.Id, document.Site);
            return null;
        }
    }

    /// <summary>Keeps a document that could not be judged, with its page, and shows it: nobody is told of what it says until a later try succeeds.</summary>
    private async Task<DocumentOutcome> FailAsync(Document document, Func<CancellationToken, Task<string?>>? keepPage, CancellationToken cancellationToken)
    {
        await failures.AddAsync(DocumentCut.Of(document), keepPage is null ? null : await keepPage(cancellationToken), cancellationToken);
        return DocumentOutcome.Failed;
    }
}
