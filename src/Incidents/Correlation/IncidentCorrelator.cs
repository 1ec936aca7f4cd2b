using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Decides which incident a judged document opens, joins or raises. The same input and book always give the same answer.</summary>
public static class IncidentCorrelator
{
    /// <summary>Correlates one document.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="analysis">What the rules say of it.</param>
    /// <param name="book">All incidents known; not changed here.</param>
    /// <param name="policy">The policy in force, for the clocks.</param>
    /// <param name="now">The present.</param>
    /// <param name="newIncidentId">Gives the name of a new incident; called only when one is opened.</param>
    public static Correlated Correlate(
        Document document, Analysis analysis, IncidentBook book, EscalationPolicy policy, DateTimeOffset now, Func<string> newIncidentId)
    {
        var known = book.FindByDocument(document.Id);
        if (analysis.Level == Level.None)
        {
            return known is not null ? new Correlated(DocumentOutcome.Known, known.Id, [])
                : !analysis.Relevant ? new Correlated(DocumentOutcome.Irrelevant, null, [])
                : OfKnownMatter(document, analysis, book, policy, now) ?? new Correlated(analysis.InArea ? DocumentOutcome.Irrelevant : DocumentOutcome.OutOfArea, null, []);
        }

        var text = NewText.Of(document, analysis, book.Texts.Common, now);
        if (known is not null && (known.IsLive || IsAsItWas(known, document.Id, text)))
        {
            return Again(known, analysis, policy, now);
        }

        if (document.CanonicalUrl is { Length: > 0 } thread && book.FindByThread(thread) is { IsLive: true } ofThread)
        {
            return Join(ofThread, document, analysis, text.Prints.Fingerprints, DocumentRelation.Reply, policy, now);
        }

        var finder = new MatterFinder(book);
        if (finder.FindReprinted(text) is { } reprinted && Takes(reprinted, analysis))
        {
            return reprinted.Id == known?.Id
                ? new Correlated(DocumentOutcome.Known, known.Id, [])
                : Join(reprinted, document, analysis, text.Prints.Fingerprints, DocumentRelation.Reprint, policy, now);
        }

        return finder.FindRetold(text, analysis.Level) is { } retold
            ? Join(retold, document, analysis, text.Prints.Fingerprints, DocumentRelation.SameMatter, policy, now)
            : Open(document, analysis, text.Prints.Fingerprints, policy, now, newIncidentId());
    }

    /// <summary>Correlates a grave document whose text cannot be compared with what is known: it joins its own thread, and else opens an incident. One too many wakes somebody, one too few nobody.</summary>
    /// <inheritdoc cref="Correlate" path="/param"/>
    public static Correlated CorrelateUncompared(
        Document document, Analysis analysis, IncidentBook book, EscalationPolicy policy, DateTimeOffset now, Func<string> newIncidentId) =>
        book.FindByDocument(document.Id) is { } known && Takes(known, analysis) ? Again(known, analysis, policy, now)
            : document.CanonicalUrl is { Length: > 0 } thread && book.FindByThread(thread) is { IsLive: true } ofThread
                ? Join(ofThread, document, analysis, [], DocumentRelation.Reply, policy, now)
                : Open(document, analysis, [], policy, now, newIncidentId());

    /// <summary>A text of the bureau's field that does not say where, or gives no ground for a level, opens nothing; but it may surely tell of a matter that is known. It raises nothing.</summary>
    private static Correlated? OfKnownMatter(Document document, Analysis analysis, IncidentBook book, EscalationPolicy policy, DateTimeOffset now)
    {
        var text = NewText.Of(document, analysis, book.Texts.Common, now);
        var finder = new MatterFinder(book);
        return finder.FindReprinted(text) is { IsLive: true } reprinted ? Join(reprinted, document, analysis, text.Prints.Fingerprints, DocumentRelation.Reprint, policy, now)
            : finder.FindRetold(text, Level.None) is { } retold ? Join(retold, document, analysis, text.Prints.Fingerprints, DocumentRelation.SameMatter, policy, now)
            : null;
    }

    /// <summary>An ended incident takes in reprints in silence, but not what is judged graver than it ever was.</summary>
    private static bool Takes(Incident incident, Analysis analysis) => incident.IsLive || analysis.Level <= HighestOf(incident);

    private static bool IsAsItWas(Incident incident, string documentId, NewText text) =>
        incident.Documents.Find(kept => kept.Id == documentId) is { } kept && (DocumentPrints.TryRead(kept)?.Exact ?? text.Prints.Exact) == text.Prints.Exact;

    private static Correlated Again(Incident incident, Analysis analysis, EscalationPolicy policy, DateTimeOffset now) =>
        Raise(incident, analysis, policy, now, "已收录的文章内容有变,") is { } raised
            ? new Correlated(DocumentOutcome.Raised, incident.Id, [raised])
            : new Correlated(DocumentOutcome.Known, incident.Id, []);

    private static Correlated Join(
        Incident incident, Document document, Analysis analysis, IReadOnlyList<string> fingerprints, DocumentRelation relation, EscalationPolicy policy, DateTimeOffset now)
    {
        // The fingerprints of an equal text are in the incident already; ten thousand reprints need not carry them ten thousand times.
        var equal = relation == DocumentRelation.Reprint && incident.Documents.Exists(kept => kept.Fingerprints.Count > 0 && kept.Fingerprints[0] == fingerprints[0]);
        var kept = IncidentTexts.Keep(document, analysis, relation, equal ? [fingerprints[0]] : fingerprints, now);
        var joined = new IncidentChange.Joined(kept) { IncidentId = incident.Id, At = now, Topics = analysis.Topics };
        return incident.IsLive && analysis.Level != Level.None && (Raise(incident, analysis, policy, now, "新收录的文章") ?? RaiseBySpread(incident, kept, policy, now)) is { } raised
            ? new Correlated(DocumentOutcome.Raised, incident.Id, [joined, raised])
            : new Correlated(DocumentOutcome.Joined, incident.Id, [joined]);
    }

    private static IncidentChange.LevelSet? Raise(Incident incident, Analysis analysis, EscalationPolicy policy, DateTimeOffset now, string what)
    {
        // A level a person set is raised only by what is graver than anything that person had before them.
        var byPerson = incident.LevelHistory.Count > 0 && incident.LevelHistory[^1].By != IncidentChange.System;
        if (!incident.IsLive || analysis.Level <= (byPerson ? HighestOf(incident) : incident.Level))
        {
            return null;
        }

        return new IncidentChange.LevelSet(analysis.Level, IncidentClocks.After(incident, analysis.Level, policy, now), analysis)
        {
            IncidentId = incident.Id,
            At = now,
            Why = $"{what}判为{policy.NameOf(analysis.Level)}(原为{policy.NameOf(incident.Level)})。{Reasons(analysis)}",
        };
    }

    private static IncidentChange.LevelSet? RaiseBySpread(Incident incident, IncidentDocument kept, EscalationPolicy policy, DateTimeOffset now) =>
        Spread.Find(incident, kept, policy, now) is not var (rule, sources) ? null : new IncidentChange.LevelSet(rule.To, IncidentClocks.After(incident, rule.To, policy, now), null)
        {
            IncidentId = incident.Id,
            At = now,
            Why = $"传播升级：{Span(rule.Within)}内有 {sources} 个来源发布，由{policy.NameOf(rule.From)}升为{policy.NameOf(rule.To)}。",
        };

    private static string Span(TimeSpan span) => span.TotalHours >= 1 ? $"{span.TotalHours:0.#} 小时" : $"{span.TotalMinutes:0.#} 分钟";

    private static Correlated Open(Document document, Analysis analysis, IReadOnlyList<string> fingerprints, EscalationPolicy policy, DateTimeOffset now, string id)
    {
        var kept = IncidentTexts.Keep(document, analysis, DocumentRelation.First, fingerprints, now);
        var incident = new Incident
        {
            Id = id,
            Level = analysis.Level,
            LevelSince = now,
            LevelHistory = [new LevelChange(now, analysis.Level, IncidentChange.System, Reasons(analysis))],
            Title = IncidentTexts.TitleOf(document),
            Summary = IncidentTexts.SummaryOf(document),
            OpenedAt = now,
            FirstPublishedAt = kept.PublishedAt,
            Topics = [.. analysis.Topics],
            Regions = [.. analysis.Regions],
            Documents = [kept],
            Clocks = [.. IncidentClocks.For(analysis.Level, policy, now, kept.PublishedAt)],
            Grounds = analysis,
        };
        return new Correlated(DocumentOutcome.Opened, id, [new IncidentChange.Opened(incident) { IncidentId = id, At = now }]);
    }

    private static Level HighestOf(Incident incident) => IncidentSurgery.LevelsOf(incident).Append(incident.Level).Max();

    private static string Reasons(Analysis analysis) => string.Join(";", analysis.Factors
        .Where(factor => factor.Points >= 0)
        .OrderByDescending(factor => factor.Points)
        .Take(4)
        .Select(factor => factor.Because));
}
