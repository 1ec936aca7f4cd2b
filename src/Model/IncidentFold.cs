using System.Collections.Immutable;

namespace OpinionWatch.Model;

/// <summary>Says what each <see cref="IncidentChange"/> does to an incident. The only place that does.</summary>
public static class IncidentFold
{
    /// <summary>Gives the incident after <paramref name="change"/>.</summary>
    /// <param name="before">The incident so far; null only for <see cref="IncidentChange.Opened"/>.</param>
    /// <param name="change">What happened. A change that says nothing new (a document already there) still counts in <see cref="Incident.Revision"/>.</param>
    /// <exception cref="InvalidOperationException">A change of an incident that was never opened: the journal is broken.</exception>
    public static Incident Apply(Incident? before, IncidentChange change)
    {
        if (change is IncidentChange.Opened opened)
        {
            return Audited(opened.Incident, change, "opened") with { Revision = (before?.Revision ?? 0) + 1 };
        }

        if (before is null)
        {
            throw new InvalidOperationException($"Incident {change.IncidentId} was changed before it was opened.");
        }

        return Next(before, change) with { Revision = before.Revision + 1 };
    }

    private static Incident Next(Incident before, IncidentChange change) => change switch
    {
        IncidentChange.Joined joined => Join(before, [joined.Document], joined.Topics),
        IncidentChange.SourceChanged changed => Audited(before, change, $"source{changed.What}", document: changed.DocumentId),
        IncidentChange.LevelSet set => SetLevel(before, set),
        IncidentChange.Acknowledged => Acknowledge(before, change),
        IncidentChange.Reported reported => Audited(Report(before, reported), change, "reported"),
        IncidentChange.StepDone step => before with { Steps = before.Steps.Add(step.Taken) },
        IncidentChange.ClockMoved moved => Move(before, moved),
        IncidentChange.Closed closed => End(before, change, IncidentState.Closed, "closed", closed.Outcome),
        IncidentChange.Dismissed => End(before, change, IncidentState.Dismissed, "dismissed", change.Why),
        IncidentChange.Merged merged => End(before, change, IncidentState.Dismissed, "merged", merged.Into) with { MergedInto = merged.Into },
        IncidentChange.Absorbed absorbed => Audited(Join(before, absorbed.Documents, []), change, "absorbed", absorbed.From),
        IncidentChange.Parted parted => Audited(Part(before, parted), change, "parted", parted.Into),
        IncidentChange.Assessed assessed => Audited(Assess(before, assessed.Assessment), change, "assessed", $"{assessed.Assessment.Kind}:{assessed.Assessment.Conclusion}"),
        IncidentChange.Assigned assigned => Audited(before with { Assignment = assigned.Assignment }, change, "assigned", assigned.Assignment.Section),
        IncidentChange.HandlingBegun => Audited(before with { State = IncidentState.Handling, HandlingSince = change.At }, change, "handling"),
        IncidentChange.Drafted drafted => Audited(before with { Texts = before.Texts.Add(drafted.Text) }, change, $"drafted:{drafted.Text.Kind}:{drafted.Text.Version}"),
        IncidentChange.Approved approved => Audited(PublicTextFold.Approve(before, approved), change, $"approved:{approved.Kind}:{approved.Version}"),
        IncidentChange.Published published => Audited(Meet(PublicTextFold.Publish(before, published), PublicTextFold.ClockOf(published.Kind), published.PublishedAt, change.Lead), change, $"published:{published.Kind}:{published.Version}", published.Link),
        IncidentChange.Restored restored => Audited(Restore(before), change, "restored", restored.From),
        _ => throw new InvalidOperationException($"The change {change.GetType().Name} is not known to the fold."),
    };

    private static Incident Join(Incident before, IReadOnlyList<IncidentDocument> documents, IReadOnlyList<string> topics)
    {
        var known = documents.Count > 8 ? before.Documents.Select(d => d.Id).ToHashSet() : null;
        var added = documents.Where(d => known is null ? !before.Documents.Exists(k => k.Id == d.Id) : known.Add(d.Id)).ToList();
        var published = added.Select(d => d.PublishedAt).Append(before.FirstPublishedAt).Where(at => at is not null).Min();
        return before with
        {
            Documents = before.Documents.AddRange(added),
            FirstPublishedAt = published,
            Topics = Union(before.Topics, topics),
            Regions = Union(before.Regions, added.SelectMany(d => d.Regions)),
        };
    }

    private static ImmutableList<string> Union(ImmutableList<string> known, IEnumerable<string> more) =>
        known.AddRange(more.Where(m => !known.Contains(m)).Distinct());

    /// <summary>A level raised by what was found, or by a merge with what nobody had taken over, has been acknowledged by nobody yet: who took over a lesser matter has not taken over this one.</summary>
    private static Incident SetLevel(Incident before, IncidentChange.LevelSet set)
    {
        var isNews = set.To > before.Level && (set.By == IncidentChange.System || set.IsNews);
        return Audited(before, set, set.To >= before.Level ? "raised" : "lowered") with
        {
            State = isNews && before.State == IncidentState.Acknowledged ? IncidentState.Open : before.State,
            AcknowledgedAt = isNews ? null : before.AcknowledgedAt,
            AcknowledgedBy = isNews ? null : before.AcknowledgedBy,
            Level = set.To,
            LevelSince = set.At + (set.Lead ?? TimeSpan.Zero),
            LevelHistory = before.LevelHistory.Add(new LevelChange(set.At, set.To, set.By, set.Why ?? "")),
            Clocks = [.. set.Clocks],
            Grounds = set.Grounds ?? before.Grounds,
        };
    }

    private static Incident Acknowledge(Incident before, IncidentChange change) =>
        Audited(before, change, "acknowledged") with
        {
            State = before.State == IncidentState.Open ? IncidentState.Acknowledged : before.State,
            AcknowledgedAt = before.AcknowledgedAt ?? change.At,
            AcknowledgedBy = before.AcknowledgedBy ?? change.By,
        };

    private static Incident Report(Incident before, IncidentChange.Reported reported) =>
        Meet(before with { Reports = before.Reports.Add(reported.Report) }, Clock.Report, reported.Report.At, reported.Lead);

    /// <summary>Marks the clock of that name as met, or as missed when that was too late; one it lacks or that was met already stays as it is.</summary>
    private static Incident Meet(Incident before, string? name, DateTimeOffset at, TimeSpan? lead) =>
        before.Clocks.Find(c => c.Name == name && c.MetAt is null) is { } clock ? MoveClock(before, Met(clock, at, lead)) : before;

    /// <summary>Whether in time is reckoned in the incident's own time; the instant stays the one the person and the machine know.</summary>
    private static Clock Met(Clock clock, DateTimeOffset at, TimeSpan? lead) =>
        clock with { MetAt = at, State = at + (lead ?? TimeSpan.Zero) <= clock.DueAt ? ClockState.Met : ClockState.Missed };

    private static Incident Move(Incident before, IncidentChange.ClockMoved moved)
    {
        var clock = moved is { Lead: { } lead, Clock.MetAt: { } met } ? Met(moved.Clock, met, lead) : moved.Clock;
        return Audited(MoveClock(before, clock), moved, $"clock:{clock.Name}:{clock.State}");
    }

    private static Incident Assess(Incident before, Assessment assessment) => before with
    {
        Assessment = assessment,
        State = before.State is IncidentState.Open or IncidentState.Acknowledged ? IncidentState.Assessed : before.State,
    };

    /// <summary>Gives back the state that the merge ended; what was done before it is still recorded.</summary>
    private static Incident Restore(Incident before) => before with
    {
        MergedInto = null,
        EndedAt = null,
        State = before switch
        {
            { HandlingSince: not null } => IncidentState.Handling,
            { Assessment: not null } => IncidentState.Assessed,
            { AcknowledgedAt: not null } => IncidentState.Acknowledged,
            _ => IncidentState.Open,
        },
    };

    private static Incident MoveClock(Incident before, Clock clock)
    {
        var index = before.Clocks.FindIndex(c => c.Name == clock.Name);
        return before with { Clocks = index < 0 ? before.Clocks.Add(clock) : before.Clocks.SetItem(index, clock) };
    }

    private static Incident End(Incident before, IncidentChange change, IncidentState state, string act, string? why) =>
        Audited(before, change, act, why) with { State = state, EndedAt = change.At };

    private static Incident Part(Incident before, IncidentChange.Parted parted)
    {
        var gone = parted.DocumentIds.ToHashSet();
        return before with { Documents = before.Documents.RemoveAll(d => gone.Contains(d.Id)) };
    }

    private static Incident Audited(Incident incident, IncidentChange change, string act, string? why = null, string? document = null) =>
        incident with { Audit = incident.Audit.Add(new AuditEntry(change.At, change.By, act, why ?? change.Why) { Document = document }) };
}
