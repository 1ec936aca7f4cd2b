using System.Text;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Tests;

/// <summary>Invented incidents, alerts, documents and pages.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    public static IncidentDocument Part(string id) => new()
    {
        Id = id,
        Url = $"http://bbs.example.cn/{id}",
        Title = "测试帖子",
        FirstSeenAt = Now,
        Fingerprints = [$"simhash:1:{id}"],
    };

    public static IncidentChange.Opened Open(string id) => new(new Incident
    {
        Id = id,
        Level = Level.Major,
        LevelSince = Now,
        Title = "某村民反映山体裂缝",
        OpenedAt = Now,
        Documents = [Part($"{id}-0")],
        Clocks = [new Clock(Clock.Report, Now.AddHours(2), null, ClockState.Running)],
    })
    {
        IncidentId = id,
        At = Now,
    };

    public static IncidentChange.Joined Join(string id, string document) => new(Part(document)) { IncidentId = id, At = Now.AddMinutes(1) };

    public static Alert Alert(string id, string incident = "i1", Level level = Level.Major, string contact = "officer", DateTimeOffset? dueAt = null) => new()
    {
        Id = id,
        MessageId = $"{id}@example.cn",
        IncidentId = incident,
        Level = level,
        Step = "major/0",
        Contact = contact,
        Channel = ChannelKind.Email,
        Address = "officer@example.cn",
        DueAt = dueAt ?? Now,
        CreatedAt = dueAt ?? Now,
        Text = "【重大】测试",
    };

    public static Kept Opened(string id) => new()
    {
        At = Now,
        Changes = [Open(id)],
        Alerts = [Alert($"{id}-a", id)],
        Document = Document($"{id}-0", id),
    };

    public static KeptDocument Document(string id, string? incident = null) => new()
    {
        Document = new Document { Id = id, Text = "村后山体出现裂缝，请有关部门查看。" },
        Analysis = new Analysis { Id = id, Relevant = true, InArea = true, Level = Level.Major, Score = 60 },
        Outcome = DocumentOutcome.Opened,
        IncidentId = incident,
    };

    public static DeliveryChange Outcome(string alert, DeliveryState state, DateTimeOffset? next = null) => new()
    {
        AlertId = alert,
        At = Now.AddMinutes(1),
        State = state,
        Attempts = 1,
        NextAttemptAt = next,
    };

    public static Page Page(string path = "/thread-1-1-1.html", string body = "<html><body>村后山体出现裂缝</body></html>") => new()
    {
        RequestedUrl = new Uri("http://bbs.example.cn" + path),
        Url = new Uri("http://bbs.example.cn" + path),
        Status = 200,
        Headers = [new("Content-Type", "text/html; charset=utf-8"), new("Content-Encoding", "gzip"), new("Content-Length", "17"), new("X-Odd", "a\r\nWARC-Type: response")],
        RequestHeaders = [new("User-Agent", "OpinionWatch/1.0")],
        Body = Encoding.UTF8.GetBytes(body),
        FetchedAt = Now,
    };

    public static FrontierEntry Entry(string key, string source = "s") => new()
    {
        Key = key,
        Url = key,
        Source = source,
        Role = PageRole.Item,
        DueAt = Now,
        AddedAt = Now,
    };
}
