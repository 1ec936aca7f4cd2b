using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Incidents;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Ledger;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The one writer of incidents (值班台): decides, keeps, and only then changes what everybody sees.</summary>
/// <remarks>
/// Everything runs under one lock, the flush to disk included: a decision never rests on another that may yet fail to be kept.
/// That allows about a thousand decisions a second; a storm of ten thousand reprints in ten minutes is seventeen.
/// </remarks>
internal sealed class IncidentDesk(
    IIncidentStore store,
    IOutbox outbox,
    OutboxDispatcher dispatcher,
    LedgerBook ledger,
    ConfigurationInForce configuration,
    AcknowledgeTokens tokens,
    IncidentTime times,
    TimeProvider time,
    ILogger<IncidentDesk> log) : IDisposable
{
    private static readonly TimeSpan EndedKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RecordedTwiceWithin = TimeSpan.FromHours(1);

    private readonly DeskLock _lock = new();
    private readonly DeskDecisions _decisions = new(configuration, tokens, log);
    private readonly IncidentBook _book = new();
    private readonly DueTimes _due = new(configuration, times);
    private volatile IReadOnlyList<Incident>? _newestFirst;

    /// <summary>Reads all live incidents; call once before anything else.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var incidents = await store.ListIncidentsAsync(time.GetUtcNow() - EndedKept, cancellationToken);
        using var entered = await EnterAsync(cancellationToken);
        _book.Load(incidents.Where(incident => incident.DrillTo is null));
        _due.ArmAll(_book.Live, entered.Now);
        log.IncidentsLoaded(incidents.Count(i => i is { IsLive: true, DrillTo: null }));
    }

    /// <summary>Lists live and lately ended incidents, newest first.</summary>
    public async ValueTask<IReadOnlyList<Incident>> ListAsync(CancellationToken cancellationToken)
    {
        if (_newestFirst is { } known)
        {
            return known;
        }

        using var _ = await EnterAsync(cancellationToken);
        return _newestFirst ??= [.. _book.All.OrderByDescending(i => i.OpenedAt).ThenByDescending(i => i.Id, StringComparer.Ordinal)];
    }

    /// <summary>Finds an incident, however old; null when there is none.</summary>
    public async Task<Incident?> FindAsync(string id, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            if (_book.Find(id) is { } live)
            {
                return live;
            }
        }

        return await store.FindIncidentAsync(id, cancellationToken);
    }

    /// <summary>Takes a relevant document: opens, joins or raises an incident; all of it, messages included, is on disk when the task completes.</summary>
    /// <remarks>A page that was not kept yet, since nothing in it has a level, is kept when the document turns out to belong to an incident.</remarks>
    /// <param name="document">The document.</param>
    /// <param name="analysis">What the rules say of it.</param>
    /// <param name="evidence">Where its page was kept; null when it was not.</param>
    /// <param name="keepPage">Keeps the page and gives where; null when it could not be kept. Null: there is no page.</param>
    /// <param name="cancellationToken">Stops the waiting, not the keeping.</param>
    /// <exception cref="DecisionException">It could not be decided what becomes of it. Whatever the store throws comes as it is.</exception>
    public async Task<DocumentOutcome> TakeAsync(Document document, Analysis analysis, string? evidence, Func<CancellationToken, Task<string?>>? keepPage, CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        var now = entered.Now;
        _book.Trim(now);
        var (correlation, decision) = _decisions.Decide(document, analysis, _book, _due, now);
        if (correlation is { Outcome: DocumentOutcome.Known, Changes.Count: 0 })
        {
            return DocumentOutcome.Known;
        }

        if (evidence is null && keepPage is not null && correlation.Outcome == DocumentOutcome.Joined)
        {
            evidence = await keepPage(cancellationToken);
        }

        await WriteAsync(decision, now, new KeptDocument
        {
            Document = document,
            Analysis = analysis,
            Outcome = correlation.Outcome,
            IncidentId = correlation.IncidentId,
            Evidence = evidence,
        });
        log.Tell(document, correlation);
        return correlation.Outcome;
    }

    /// <summary>Takes the canary of a drill (演习): the same way, but beside the book, where nothing real can meet it.</summary>
    public async Task<DocumentOutcome> TakeDrillAsync(Drill.DrillRun drill, Document document, Analysis analysis, string? evidence, CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        var now = entered.Now;
        var (correlation, decision) = _decisions.DecideDrill(drill, document, analysis, _book, _due, now);
        await WriteAsync(decision, now, new KeptDocument { Document = document, Analysis = analysis, Outcome = correlation.Outcome, IncidentId = correlation.IncidentId, Evidence = evidence });
        return correlation.Outcome;
    }

    /// <summary>Records what became of a document at the place where it was published; a document that belongs to no incident (any more) is passed over.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="what">What became of it.</param>
    /// <param name="difference">What is different, in Chinese.</param>
    /// <param name="keepPage">Keeps the page as it is now and gives where; null when it could not be kept.</param>
    /// <param name="cancellationToken">Stops the waiting, not the keeping.</param>
    public async Task RecordAsync(string documentId, SourceChange what, string difference, Func<CancellationToken, Task<string?>> keepPage, CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        if (_book.FindByDocument(documentId) is not { } incident)
        {
            return;
        }

        var now = entered.Now;
        if (incident.Audit.Exists(entry => entry.Act == $"source{what}" && entry.Document == documentId && entry.Why == difference && now - entry.At < RecordedTwiceWithin))
        {
            // The crawler died before it could remember that it had told of it.
            return;
        }

        var change = new IncidentChange.SourceChanged(documentId, what, await keepPage(cancellationToken)) { IncidentId = incident.Id, At = now, Why = difference };
        await KeepAsync([change], now, document: null, incident);
        log.SourceChanged(incident.Id, documentId, what);
    }

    /// <summary>Carries out a person's act on an incident.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="act">Decides: gets the incident, the book, the policy and the present.</param>
    /// <param name="cancellationToken">Stops the waiting, not the keeping.</param>
    /// <returns>The incident afterwards and what the act said; the incident is null when there is none of that id.</returns>
    public async Task<(Incident? Incident, ActOutcome? Outcome)> ActAsync(string id, Func<ActContext, ActOutcome> act, CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        var now = entered.Now;
        _book.Trim(now);

        // An incident that ended long ago is not in the book; it comes in from the store, under the lock, so that two acts on it see each other.
        var incident = _book.Find(id) ?? await store.FindIncidentAsync(id, cancellationToken);
        if (incident is null)
        {
            return (null, null);
        }

        var outcome = act(new ActContext(incident, _book, configuration.Current.Escalation, now, () => _decisions.NextId(_book, now)));
        if (outcome is ActOutcome.Done done)
        {
            await KeepAsync(done.Changes, now, document: null, incident);
            incident = done.Changes.Where(change => change.IncidentId == id).Aggregate(incident, IncidentFold.Apply);
        }

        return (_book.Find(id) ?? incident, outcome);
    }

    /// <summary>Puts everything that has fallen due into the outbox: steps, repetitions, reminders; marks clocks that were missed.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using var entered = await EnterAsync(cancellationToken);
            var now = entered.Now;
            if (_due.TakeDue(now) is not { } id)
            {
                return;
            }

            if (_book.Find(id) is not { IsLive: true } incident)
            {
                continue;
            }

            try
            {
                await KeepAsync(IncidentClocks.Missed(incident, _due.OwnOf(incident, now)), now, document: null, incident);
                _due.Arm(id, _book.Find(id), now, swept: true);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The edge of the sweep's loop: one incident that cannot be kept must not hold up the others, and stays due.
                log.SweepFailed(exception, id, RetryPause);
                _due.Again(id, now + RetryPause);
            }
        }
    }

    /// <summary>Reckons anew when what is due next, after the escalation policy changed or the machine's clock was set.</summary>
    public async Task RearmAsync(CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        _due.ArmAll(_book.Live, entered.Now);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private Task KeepAsync(IReadOnlyList<IncidentChange> decided, DateTimeOffset now, KeptDocument? document, Incident? about = null) =>
        WriteAsync(_decisions.Prepare(decided, about, _book, _due, now), now, document);

    private async Task WriteAsync(Decision decision, DateTimeOffset now, KeptDocument? document)
    {
        var (decided, changes, alerts, composed) = decision;
        if (changes.Count > 0 || document is not null)
        {
            // Not cancellable: a write that was begun is waited for, so that memory and disk never disagree.
            await outbox.KeepAsync(new Kept { At = now, Changes = changes, Alerts = alerts, Document = document }, CancellationToken.None);
            ledger.AlertsKept(now, alerts.Count);
        }

        // An incident that ended long ago is in the store alone.
        foreach (var change in changes.Where(change => change is IncidentChange.Opened { Incident.DrillTo: null } || _book.Find(change.IncidentId) is not null))
        {
            _book.Apply(change);
        }

        _newestFirst = null;
        foreach (var (incident, due) in composed)
        {
            _due.Arm(incident.Id, _book.Find(incident.Id), now);
            log.Tell(incident, due, decided, now);
        }

        if (alerts.Count > 0)
        {
            dispatcher.Signal();
        }
    }

    private ValueTask<DeskLock.Entered> EnterAsync(CancellationToken cancellationToken) => _lock.EnterAsync(() => _due.Look(_book.Live), cancellationToken);
}
