using OpinionWatch.Console.Acts;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Model;
using OpinionWatch.Rules;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The path of one post from page to outbox (STYLE.md §2); what was chosen, fetched and extracted comes from the crawler.</summary>
/// <remarks>Each document ends in exactly one <see cref="DocumentOutcome"/>, counted in <see cref="OutcomeCounts"/>. When a task completes, all of its page is on disk.</remarks>
internal sealed class PostPipeline(ICurrent<RuleEngine> rules, IEvidenceArchive evidence, IncidentDesk desk, OutcomeCounts counts) : IPageSink, IIntake
{
    /// <summary>Takes a page the crawler fetched.</summary>
    public async Task AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        string? kept = null;
        var engine = rules.Value;
        foreach (var document in page.Documents)
        {
            // Match and grade: words, places and stance become findings, findings a level with its reasons.
            var analysis = engine.Analyze(document);
            if (!analysis.Relevant)
            {
                counts.Add(DocumentOutcome.Irrelevant);
                continue;
            }

            // Keep the page as it came before anything refers to it.
            if (analysis.Level != Level.None)
            {
                kept ??= await evidence.KeepAsync(page.Page, cancellationToken);
            }

            // Correlate, route and keep: the desk decides, and writes incident, alerts and document at once.
            counts.Add(await desk.TakeAsync(document, analysis, kept, cancellationToken));
        }
    }

    /// <summary>Takes what a member of staff reported; the same way but for the page.</summary>
    public async Task TakeAsync(Document document, CancellationToken cancellationToken)
    {
        var analysis = rules.Value.Analyze(document);
        counts.Add(analysis.Relevant
            ? await desk.TakeAsync(document, analysis, evidence: null, cancellationToken)
            : DocumentOutcome.Irrelevant);
    }
}
