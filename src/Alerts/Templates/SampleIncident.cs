using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>An invented matter to look at texts with (<c>template</c>).</summary>
public static class SampleIncident
{
    /// <summary>Gives an incident of a level, found five minutes before <paramref name="now"/>.</summary>
    public static Incident Of(Level level, EscalationPolicy policy, DateTimeOffset now)
    {
        var opened = now - TimeSpan.FromMinutes(5);
        return new Incident
        {
            Id = $"{now:yyyyMMdd}-0001",
            Level = level,
            LevelSince = opened,
            LevelHistory = [new LevelChange(opened, level, IncidentChange.System, "示例")],
            Title = "某镇连夜强拆民房，一名老人受伤送医，村民聚集要求彻查",
            Summary = "（示例，非真实事件）网友发帖称，某镇某村有人组织挖掘机强行拆除三户民房，一名老人受伤送医，数十名村民聚集，要求公布征地批文和补偿标准。",
            OpenedAt = opened,
            FirstPublishedAt = opened - TimeSpan.FromMinutes(12),
            Topics = ["征地拆迁"],
            Regions = ["某镇某村", "某镇"],
            Documents =
            [
                new IncidentDocument
                {
                    Id = "sample-1", Url = "https://bbs.example.com/thread-1.html", Site = "sample", Title = "某镇连夜强拆民房，一名老人受伤送医", PublishedAt = opened - TimeSpan.FromMinutes(12), FirstSeenAt = opened, Terms = ["强拆", "受伤"],
                },
                new IncidentDocument { Id = "sample-2", Url = "https://news.example.com/2.html", Site = "sample", Title = "转：某镇强拆", PublishedAt = opened - TimeSpan.FromMinutes(3), FirstSeenAt = opened, Terms = ["强拆"] },
            ],
            Clocks = [.. (policy.Levels.TryGetValue(level, out var rule) ? rule.Clocks : []).Select(clock => new Clock(clock.Key, opened + clock.Value, null, ClockState.Running))],
            Grounds = new Analysis
            {
                Id = "sample-1",
                Level = level,
                Score = 76,
                Hits = [new Hit("强拆", "行为", 4, 2, "强拆")],
                Factors = [new Factor("强制拆除", 20, "“连夜强拆民房”"), new Factor("人员受伤", 30, "“一名老人受伤送医”")],
                LexiconVersion = "示例",
            },
        };
    }
}
