using System.Collections.Immutable;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>Says what a person's act does to an incident, or why it cannot be done. Carries nothing out.</summary>
/// <remarks>Merging and splitting, which concern two incidents, are in <see cref="IncidentSurgery"/>.</remarks>
public static class IncidentLifecycle
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Lists what may be done with an incident in its present state.</summary>
    public static IReadOnlyList<IncidentAct> Allowed(Incident incident) => incident.State switch
    {
        IncidentState.Dismissed => incident.MergedInto is null ? [] : [IncidentAct.Unmerge],
        IncidentState.Closed => [IncidentAct.Reports, IncidentAct.Meet, IncidentAct.Texts],
        _ => [.. Enum.GetValues<IncidentAct>().Where(act => IsTimely(incident, act))],
    };

    /// <summary>The notice's order: first somebody takes over, then it is judged, then it is dealt with.</summary>
    private static bool IsTimely(Incident incident, IncidentAct act) => act switch
    {
        IncidentAct.Unmerge => false,
        IncidentAct.Assess or IncidentAct.Assign => incident.AcknowledgedAt is not null,
        IncidentAct.Handle => incident is { AcknowledgedAt: not null, Assessment: not null, HandlingSince: null },
        _ => true,
    };

    /// <summary>签收: a named person takes over. A second person is recorded too, but the first stays the one who took over; the same person twice changes nothing.</summary>
    public static ActOutcome Acknowledge(Incident incident, string by, string? note, DateTimeOffset now)
    {
        if (Obstacle(incident, IncidentAct.Acknowledge, by) is { } obstacle)
        {
            return obstacle;
        }

        var again = incident.AcknowledgedAt is not null
            && incident.Audit.Exists(entry => entry.Act == "acknowledged" && entry.By == by.Trim() && (Clean(note) is null || entry.Why == Clean(note)));
        return again ? new ActOutcome.Done([]) : Done(new IncidentChange.Acknowledged { IncidentId = incident.Id, At = now, By = by.Trim(), Why = Clean(note) });
    }

    /// <summary>报送: an upward report was made; also after closing (终报). Stops the report clock.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">The superior body.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="at">When, as the person says; null means now. Not more than five minutes ahead of <paramref name="now"/>.</param>
    /// <param name="reference">Number of the paper; null when there is none.</param>
    /// <param name="kind">Which report to that body it is; null: the first when there was none, else a further one.</param>
    /// <param name="now">The present.</param>
    public static ActOutcome Report(Incident incident, string to, string by, DateTimeOffset? at, string? reference, ReportKind? kind, DateTimeOffset now)
    {
        var made = at ?? now;
        if (string.IsNullOrWhiteSpace(to))
        {
            return new ActOutcome.Invalid("报送单位不能为空。");
        }

        var earlier = incident.Reports.FindAll(report => report.To == to.Trim());
        var which = kind ?? (earlier.IsEmpty ? ReportKind.First : ReportKind.FollowUp);
        return (Obstacle(incident, IncidentAct.Reports, by) ?? Early(made, now) ?? OutOfOrder(earlier, which, to.Trim()))
            ?? Done(new IncidentChange.Reported(new UpwardReport(to.Trim(), by.Trim(), made, Clean(reference)) { Kind = which }) { IncidentId = incident.Id, At = now, By = by.Trim() });
    }

    /// <summary>Sets the level by hand, with the clocks it brings; the level it has already changes nothing.</summary>
    public static ActOutcome SetLevel(Incident incident, Level level, string by, string why, EscalationPolicy policy, DateTimeOffset now)
    {
        if (level == Level.None || !Enum.IsDefined(level) || string.IsNullOrWhiteSpace(why))
        {
            return new ActOutcome.Invalid(string.IsNullOrWhiteSpace(why) ? "调整级别须说明理由。" : "级别须为关注、一般、重大或特别重大;误报请用排除。");
        }

        return Obstacle(incident, IncidentAct.Level, by)
            ?? (level == incident.Level
                ? new ActOutcome.Done([])
                : Done(new IncidentChange.LevelSet(level, IncidentClocks.After(incident, level, policy, now), null)
                {
                    IncidentId = incident.Id,
                    At = now,
                    By = by.Trim(),
                    Why = why.Trim(),
                }));
    }

    /// <summary>A clock was met, e.g. the statement was published. For the report clock <see cref="Report"/> is the way.</summary>
    /// <returns>Refused when the incident has no such clock; nothing new when it was met already.</returns>
    public static ActOutcome MeetClock(Incident incident, string name, string by, DateTimeOffset? at, DateTimeOffset now)
    {
        var met = at ?? now;
        if (name == Clock.Report)
        {
            return new ActOutcome.Invalid("报送时限由报送记录停止，请登记报送。");
        }

        if ((Obstacle(incident, IncidentAct.Meet, by) ?? Early(met, now)) is { } obstacle)
        {
            return obstacle;
        }

        return incident.Clocks.Find(clock => clock.Name == name) switch
        {
            null => new ActOutcome.Invalid($"本事件没有时限 {name};现有:{string.Join("、", incident.Clocks.Select(clock => clock.Name))}。"),
            { MetAt: not null } => new ActOutcome.Done([]),
            var clock => Done(new IncidentChange.ClockMoved(clock with { MetAt = met, State = met <= clock.DueAt ? ClockState.Met : ClockState.Missed })
            {
                IncidentId = incident.Id,
                At = now,
                By = by.Trim(),
            }),
        };
    }

    /// <summary>办结, with what came of it.</summary>
    public static ActOutcome Close(Incident incident, string by, string outcome, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(outcome)
            ? new ActOutcome.Invalid("办结须说明结果。")
            : Obstacle(incident, IncidentAct.Close, by)
                ?? Done(new IncidentChange.Closed(outcome.Trim()) { IncidentId = incident.Id, At = now, By = by.Trim() });

    /// <summary>排除: a false alarm, with the reason.</summary>
    public static ActOutcome Dismiss(Incident incident, string by, string why, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(why)
            ? new ActOutcome.Invalid("排除须说明理由。")
            : Obstacle(incident, IncidentAct.Dismiss, by)
                ?? Done(new IncidentChange.Dismissed { IncidentId = incident.Id, At = now, By = by.Trim(), Why = why.Trim() });

    /// <summary>Gives why a named person may not do <paramref name="act"/>; null when nothing stands in the way.</summary>
    internal static ActOutcome? Obstacle(Incident incident, IncidentAct act, string by)
    {
        if (string.IsNullOrWhiteSpace(by) || by.Trim() == IncidentChange.System)
        {
            return new ActOutcome.Invalid("须写明是谁(by)。");
        }

        var allowed = Allowed(incident);
        return allowed.Contains(act) ? null : new ActOutcome.Refused(Why(incident, act), allowed);
    }

    private static ActOutcome.Invalid? OutOfOrder(ImmutableList<UpwardReport> earlier, ReportKind which, string to) => which switch
    {
        ReportKind.First when !earlier.IsEmpty => new($"已向{to}首报，请作续报或终报。"),
        ReportKind.FollowUp when earlier.IsEmpty => new($"尚未向{to}首报，不能续报。"),
        _ when earlier.Exists(report => report.Kind == ReportKind.Final) => new($"已向{to}终报。"),
        _ => null,
    };

    private static string Why(Incident incident, IncidentAct act) => incident switch
    {
        { IsLive: true } when act == IncidentAct.Unmerge => $"事件 {incident.Id} 未曾合并。",
        { IsLive: true, AcknowledgedAt: null } => $"事件 {incident.Id} 尚未签收。",
        { IsLive: true, Assessment: null } when act == IncidentAct.Handle => $"事件 {incident.Id} 尚未研判。",
        { IsLive: true } => $"事件 {incident.Id} 已在处置。",
        { MergedInto: { } into } => $"事件 {incident.Id} 已并入 {into}。",
        { State: IncidentState.Dismissed } => $"事件 {incident.Id} 已排除。",
        _ => $"事件 {incident.Id} 已办结。",
    };

    internal static ActOutcome.Invalid? Early(DateTimeOffset at, DateTimeOffset now) =>
        at > now + Ahead ? new ActOutcome.Invalid("时间不能晚于现在。") : null;

    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static ActOutcome.Done Done(IncidentChange change) => new([change]);
}
