using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>Merging and splitting of incidents by hand (合并、拆分).</summary>
public static class IncidentSurgery
{
    private const string Undo = "撤销与 ";

    /// <summary>Merges <paramref name="other"/> into <paramref name="incident"/>, which goes on with the higher level and the earlier of each running clock.</summary>
    /// <remarks>An acknowledgement of <paramref name="other"/> is not carried over: who took over one matter has not yet taken over both.</remarks>
    public static ActOutcome Merge(Incident incident, Incident other, string by, EscalationPolicy policy, DateTimeOffset now)
    {
        if (incident.Id == other.Id)
        {
            return new ActOutcome.Invalid("事件不能并入自身。");
        }

        if ((IncidentLifecycle.Obstacle(incident, IncidentAct.Merge, by) ?? IncidentLifecycle.Obstacle(other, IncidentAct.Merge, by)) is { } obstacle)
        {
            return obstacle;
        }

        var who = by.Trim();
        List<IncidentChange> changes =
        [
            new IncidentChange.Merged(incident.Id) { IncidentId = other.Id, At = now, By = who },
            new IncidentChange.Absorbed(other.Id, other.Documents) { IncidentId = incident.Id, At = now, By = who },
        ];
        var clocks = incident.Clocks.ToList();
        if (other.Level > incident.Level)
        {
            clocks = [.. IncidentClocks.After(incident, other.Level, policy, now)];
            changes.Add(new IncidentChange.LevelSet(other.Level, clocks, other.Grounds)
            {
                IncidentId = incident.Id,
                At = now,
                By = who,
                Why = RaisedBy(other.Id),
                IsNews = other.AcknowledgedAt is null,
            });
        }

        changes.AddRange(clocks
            .Where(clock => clock.MetAt is null)
            .Select(clock => other.Clocks.Find(theirs => theirs.Name == clock.Name && theirs.MetAt is null && theirs.DueAt < clock.DueAt))
            .OfType<Clock>()
            .Select(clock => new IncidentChange.ClockMoved(clock) { IncidentId = incident.Id, At = now, By = who, Why = $"并入 {other.Id},时限取早者。" }));
        return new ActOutcome.Done(changes);
    }

    /// <summary>Undoes a merge: the documents that came by it go back, and the incident goes on where it stood.</summary>
    /// <param name="merged">The incident that had ended in the other.</param>
    /// <param name="into">The one it had been merged into.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="why">The reason.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The present.</param>
    /// <remarks>A level that only the merge raised is lowered again, and is then whoever's it was before. A split is undone by merging what it opened.</remarks>
    public static ActOutcome Unmerge(Incident merged, Incident into, string by, string why, EscalationPolicy policy, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return new ActOutcome.Invalid("撤销合并须说明理由。");
        }

        if (IncidentLifecycle.Obstacle(merged, IncidentAct.Unmerge, by) is { } obstacle)
        {
            return obstacle;
        }

        if (!into.IsLive || merged.MergedInto != into.Id)
        {
            return new ActOutcome.Refused($"事件 {into.Id} 已结束，不能撤销合并。", []);
        }

        var who = by.Trim();
        var own = merged.Documents.Select(document => document.Id).ToHashSet();
        var held = into.Documents.Count(document => own.Contains(document.Id));
        if (held < own.Count || held == into.Documents.Count)
        {
            return new ActOutcome.Refused($"合并后文章又有拆分，事件 {into.Id} 已不全含或只含 {merged.Id} 的文章；请先并回拆出的事件。", []);
        }

        List<IncidentChange> changes =
        [
            new IncidentChange.Restored(into.Id) { IncidentId = merged.Id, At = now, By = who, Why = why.Trim() },
            new IncidentChange.Parted(merged.Id, [.. into.Documents.Select(document => document.Id).Where(own.Contains)]) { IncidentId = into.Id, At = now, By = who, Why = why.Trim() },
        ];
        if (into.LevelHistory is [.., var before, var last] && last.Why == RaisedBy(merged.Id) && before.To < last.To)
        {
            changes.Add(new IncidentChange.LevelSet(before.To, IncidentClocks.After(into, before.To, policy, now), null)
            {
                IncidentId = into.Id,
                At = now,
                By = before.By,
                Why = LoweredBy(merged.Id),
            });
        }

        return new ActOutcome.Done(changes);
    }

    /// <summary>Parts documents from an incident into a new one, which is opened now and has the level of its gravest document.</summary>
    /// <param name="incident">The incident they are in.</param>
    /// <param name="documents">Ids of some, not all, of its documents.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The present.</param>
    /// <param name="newIncidentId">Gives the name of the new incident; called only when the act is done.</param>
    public static ActOutcome Split(
        Incident incident, IReadOnlyCollection<string> documents, string by, EscalationPolicy policy, DateTimeOffset now, Func<string> newIncidentId)
    {
        if (IncidentLifecycle.Obstacle(incident, IncidentAct.Split, by) is { } obstacle)
        {
            return obstacle;
        }

        var wanted = documents.ToHashSet();
        var parted = incident.Documents.Where(document => wanted.Contains(document.Id)).ToList();
        if (parted.Count == 0 || parted.Count < wanted.Count || parted.Count == incident.Documents.Count)
        {
            return new ActOutcome.Invalid("拆分须指定本事件中的部分(不是全部)文章。");
        }

        var opened = Open(incident, parted, newIncidentId(), by.Trim(), policy, now);
        return new ActOutcome.Done(
        [
            new IncidentChange.Opened(opened) { IncidentId = opened.Id, At = now, By = by.Trim(), Why = $"由 {incident.Id} 拆出。" },
            new IncidentChange.Absorbed(incident.Id, parted) { IncidentId = opened.Id, At = now, By = by.Trim() },
            new IncidentChange.Parted(opened.Id, [.. parted.Select(document => document.Id)]) { IncidentId = incident.Id, At = now, By = by.Trim() },
        ]);
    }

    /// <summary>Lists the levels an incident had in earnest: one that only a merge raised and that was undone counts for nothing.</summary>
    internal static IEnumerable<Level> LevelsOf(Incident incident) => incident.LevelHistory
        .Where((change, index) => !incident.LevelHistory.Skip(index + 1).Any(later => IsUndoing(later, change)))
        .Select(change => change.To);

    private static bool IsUndoing(LevelChange later, LevelChange change) =>
        later.Why.StartsWith(Undo, StringComparison.Ordinal) && later.Why.IndexOf(' ', Undo.Length) is > 0 and var end && change.Why == RaisedBy(later.Why[Undo.Length..end]);

    private static string LoweredBy(string other) => $"{Undo}{other} 的合并，恢复原级别。";

    private static string RaisedBy(string other) => $"并入 {other},级别取高者。";

    private static Incident Open(
        Incident from, List<IncidentDocument> parted, string id, string by, EscalationPolicy policy, DateTimeOffset now)
    {
        var level = parted.Max(document => document.Level);
        level = level == Level.None ? from.Level : level;
        var published = parted.Min(document => document.PublishedAt);
        return new Incident
        {
            Id = id,
            Level = level,
            LevelSince = now,
            LevelHistory = [new LevelChange(now, level, by, $"由 {from.Id} 拆出。")],
            Title = parted.Select(document => document.Title).FirstOrDefault(title => !string.IsNullOrWhiteSpace(title)) ?? from.Title,
            OpenedAt = now,
            FirstPublishedAt = published,
            Topics = from.Topics,
            Regions = [.. parted[0].Regions],
            Documents = [parted[0]],
            Clocks = [.. IncidentClocks.For(level, policy, now, published)],
        };
    }
}
