using OpinionWatch.Alerts.Digest;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Incidents;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Gathers what a digest of a period is made from, and has it written.</summary>
internal sealed class DigestWriter(IIncidentStore incidents, IOutbox outbox, ICoverageStore coverage)
{
    /// <summary>Most documents a digest counts; a period with more says only those.</summary>
    private const int MostDocuments = 100_000;

    /// <summary>Gives the digest of <paramref name="from"/> ≤ time &lt; <paramref name="to"/>.</summary>
    public async Task<DigestModel> BuildAsync(DateTimeOffset from, DateTimeOffset to, WatchConfiguration configuration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hours = await coverage.ListHoursAsync(from, to, cancellationToken);
        var input = new DigestInput
        {
            From = from,
            To = to,
            Incidents = [.. (await incidents.ListIncidentsAsync(from, cancellationToken)).Where(incident => incident.DrillTo is null)],
            Documents = [.. (await incidents.ListDocumentsAsync(from, to, MostDocuments, cancellationToken)).Where(kept => kept.Document.Site != Drill.DrillSource.Id)],
            Coverage = SourceCoverages.Of(configuration.Crawling.Sources, hours, from, to < now ? to : now),
            Troubled = await outbox.ListTroubledAsync(cancellationToken),
            SourceNames = SourceNames.Of(configuration),
            ContactNames = configuration.Contacts.Contacts.ToDictionary(c => c.Id, c => c.Name),
        };
        return DigestBuilder.Build(input, configuration.Escalation, configuration.Alerts, now);
    }
}
