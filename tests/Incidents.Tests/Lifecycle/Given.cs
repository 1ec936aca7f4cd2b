using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

/// <summary>Invented incidents and a policy for them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Opened = new(2026, 3, 4, 1, 0, 0, TimeSpan.Zero);

    public static readonly EscalationPolicy Policy = new()
    {
        Levels = new Dictionary<Level, LevelRule>
        {
            [Level.Critical] = new("特别重大", [new("report", TimeSpan.FromHours(1)), new("statement", TimeSpan.FromHours(5)), new("briefing", TimeSpan.FromHours(24))]),
            [Level.Major] = new("重大", [new("report", TimeSpan.FromHours(2)), new("statement", TimeSpan.FromHours(5))]),
            [Level.General] = new("一般", [new("reply", TimeSpan.FromHours(48))]),
        },
    };

    public static Incident Incident(Level level = Level.Major, string id = "20260304-0001", params string[] documents) => new()
    {
        Id = id,
        Level = level,
        LevelSince = Opened,
        LevelHistory = [new LevelChange(Opened, level, IncidentChange.System, "")],
        Title = "某村夜间强拆",
        OpenedAt = Opened,
        Documents = [.. documents.Select(document => Document(document, level))],
        Clocks = [.. OpinionWatch.Incidents.Lifecycle.IncidentClocks.For(level, Policy, Opened, null)],
        Revision = 1,
    };

    public static IncidentDocument Document(string id, Level level = Level.General) => new()
    {
        Id = id,
        Url = $"http://example.cn/{id}",
        CanonicalUrl = $"http://example.cn/{id}",
        Title = $"标题{id}",
        FirstSeenAt = Opened,
        Level = level,
    };
}
