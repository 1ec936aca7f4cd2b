using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>What the desk decides, apart from what it does: changes nothing but the numbers it gives. Not thread-safe: the desk's lock guards it.</summary>
internal sealed class DeskDecisions(ConfigurationInForce configuration, AcknowledgeTokens tokens, ILogger log)
{
    private readonly IncidentNumbers _numbers = new();

    /// <summary>Says what becomes of a document, and what follows from it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="analysis">What the rules say of it.</param>
    /// <param name="book">The incidents as they are.</param>
    /// <param name="due">Gives the incidents' own time.</param>
    /// <param name="now">The present by the machine's clock.</param>
    /// <exception cref="DecisionException">It stumbled over the document, whatever over.</exception>
    public (Correlated Correlation, Decision Decision) Decide(Document document, Analysis analysis, IncidentBook book, DueTimes due, DateTimeOffset now)
    {
        try
        {
            var correlation = Correlate(document, analysis, book, now);
            return (correlation, Prepare(correlation.Changes, about: null, book, due, now));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Nothing of this is written yet: whoever brought the document can go on with the next.
            throw new DecisionException(exception);
        }
    }

    /// <summary>Says the same of the canary of a drill (演习): it meets no incident but its own.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="document">The canary.</param>
    /// <param name="analysis">What the rules say of it.</param>
    /// <param name="book">The incidents as they are.</param>
    /// <param name="due">Gives the incidents' own time.</param>
    /// <param name="now">The present by the machine's clock.</param>
    public (Correlated Correlation, Decision Decision) DecideDrill(DrillRun drill, Document document, Analysis analysis, IncidentBook book, DueTimes due, DateTimeOffset now)
    {
        var correlation = IncidentCorrelator.Correlate(document, analysis, new IncidentBook(), configuration.Current.Escalation, now, () => drill.Id);
        return (correlation, Prepare(DrillPolicy.Mark(correlation.Changes, drill.To), about: null, book, due, now));
    }

    /// <summary>Says what follows from what was decided (<see cref="Decision.Of"/>).</summary>
    public Decision Prepare(IReadOnlyList<IncidentChange> decided, Incident? about, IncidentBook book, DueTimes due, DateTimeOffset now) =>
        Decision.Of(decided, about, book, configuration.Current, tokens, due, now);

    /// <summary>Gives the next incident's name.</summary>
    public string NextId(IncidentBook book, DateTimeOffset now) => _numbers.Next(TimeZoneInfo.ConvertTime(now, configuration.Current.TimeZone), book.All);

    private Correlated Correlate(Document document, Analysis analysis, IncidentBook book, DateTimeOffset now)
    {
        var policy = configuration.Current.Escalation;
        try
        {
            return IncidentCorrelator.Correlate(document, analysis, book, policy, now, () => NextId(book, now));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && analysis.Level >= Level.Major)
        {
            // What is grave is told though its text trips the comparison with what is known.
            log.NotCompared(exception, document.Id, document.Site);
            return IncidentCorrelator.CorrelateUncompared(document, analysis, book, policy, now, () => NextId(book, now));
        }
    }
}
