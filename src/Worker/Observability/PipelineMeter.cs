using System.Diagnostics.Metrics;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Observability;

/// <summary>Figures of the path of one post: documents by outcome, findings by level, and how long publication took to become known and told.</summary>
/// <remarks>Labels come from closed lists; no address, text or name is ever one.</remarks>
internal sealed class PipelineMeter
{
    /// <summary>A post published longer ago was not detected late: it is from before the watch.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    private static readonly double[] Seconds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 21600, 86400];

    private readonly Counter<long> _documents;
    private readonly Counter<long> _findings;
    private readonly Histogram<double> _detection;
    private readonly Histogram<double> _alert;
    private readonly TimeProvider _time;

    /// <summary>Makes the instruments.</summary>
    public PipelineMeter(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Meters.Name);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds };
        _documents = meter.CreateCounter<long>("opinionwatch.documents", description: "Documents judged, by the state they ended in.");
        _findings = meter.CreateCounter<long>("opinionwatch.findings", description: "Relevant documents by level.");
        _detection = meter.CreateHistogram("opinionwatch.detection.delay", "s", "From publication, as the page says, to the incident being on disk.", null, advice);
        _alert = meter.CreateHistogram("opinionwatch.alert.delay", "s", "From publication, as the page says, to the first alert handed over.", null, advice);
    }

    /// <summary>Counts a document that was judged.</summary>
    public void Note(Document document, Analysis? analysis, DocumentOutcome outcome)
    {
        _documents.Add(1, new KeyValuePair<string, object?>("outcome", Camel(outcome.ToString())));
        if (analysis is { Relevant: true })
        {
            _findings.Add(1, new KeyValuePair<string, object?>("level", Camel(analysis.Level.ToString())));
        }

        if (outcome is DocumentOutcome.Opened or DocumentOutcome.Joined or DocumentOutcome.Raised)
        {
            Record(_detection, document.PublishedAt);
        }
    }

    /// <summary>The first alert of a matter was handed over.</summary>
    public void Told(DateTimeOffset publishedAt) => Record(_alert, publishedAt);

    private void Record(Histogram<double> histogram, DateTimeOffset? publishedAt)
    {
        if (publishedAt is { } at && _time.GetUtcNow() - at is var delay && delay < Oldest)
        {
            histogram.Record(Math.Max(0, delay.TotalSeconds));
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
