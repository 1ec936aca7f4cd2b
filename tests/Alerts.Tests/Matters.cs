using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests;

/// <summary>Invented matters.</summary>
internal static class Matters
{
    public static Incident Eviction() => new()
    {
        Id = "20261124-0001",
        Level = Level.Critical,
        LevelSince = Some.Now,
        LevelHistory = [new LevelChange(Some.Now, Level.Critical, "system", "有人死亡")],
        Title = "柳溪镇连夜强拆民房，一名老人被埋身亡",
        Summary = "网友发帖称，11月24日凌晨，柳溪镇枫树村有人组织挖掘机强行拆除三户民房，一名七旬老人被埋，送医后不治。村民要求彻查。",
        OpenedAt = Some.Now,
        FirstPublishedAt = Some.Now - TimeSpan.FromMinutes(7),
        Topics = ["征地拆迁"],
        Regions = ["柳溪镇枫树村", "柳溪镇"],
        Documents =
        [
            new IncidentDocument
            {
                Id = "d1",
                Url = "http://bbs.forum.test/thread-18273-1-1.html",
                Site = "forum",
                Title = "柳溪镇连夜强拆民房，一名老人被埋身亡",
                PublishedAt = Some.Now - TimeSpan.FromMinutes(7),
                FirstSeenAt = Some.Now,
                Terms = ["强拆", "身亡"],
            },
            new IncidentDocument { Id = "d2", Url = "javascript:alert(1)", Site = "paper", Title = "<b>转载</b>：柳溪镇强拆", FirstSeenAt = Some.Now },
        ],
        Clocks =
        [
            new Clock(Clock.Report, Some.Now + TimeSpan.FromHours(1), null, ClockState.Running),
            new Clock(Clock.Statement, Some.Now + TimeSpan.FromHours(5), null, ClockState.Running),
            new Clock(Clock.Briefing, Some.Now + TimeSpan.FromHours(24), null, ClockState.Running),
        ],
        Grounds = new Analysis
        {
            Id = "d1",
            Level = Level.Critical,
            Score = 92,
            Hits = [new Hit("强拆", "行为", 5, 2, "强拆"), new Hit("身亡", "后果", 17, 2, "身亡"), new Hit("强拆", "行为", 60, 2, "强拆")],
            Factors = [new Factor("人员死亡", 0, "“一名老人被埋身亡”"), new Factor("强制拆除", 20, "“连夜强拆民房”"), new Factor("本地论坛", -3, "来源为论坛")],
            LexiconVersion = "2026-11-24.1",
        },
    };

    public static EscalationStep First { get; } = new() { Key = "critical/0", After = TimeSpan.Zero, Notify = ["officer"], By = [ChannelKind.Email] };

    public static EscalationStep Unanswered { get; } = First with { Key = "critical/1", After = TimeSpan.FromMinutes(10), Unless = StepCondition.Acknowledged, RepeatEvery = TimeSpan.FromMinutes(10) };

    public static EscalationStep BeforeReport { get; } = First with { Key = "critical/2", After = null, Before = TimeSpan.FromMinutes(15), Of = Clock.Report, Unless = StepCondition.Reported };

    public static EscalationStep ReportMissed { get; } = First with { Key = "critical/3", After = null, Missed = Clock.Report };
}
