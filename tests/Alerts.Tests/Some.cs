using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests;

/// <summary>Things tests need some of.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 5, 0, TimeSpan.Zero);

    public static Contact Officer { get; } = new() { Id = "officer", Name = "舆情信息员", Email = "officer@bureau.test", Phone = "13800000000" };

    public static OutgoingMessage Message(string address = "officer@bureau.test") => new()
    {
        MessageId = "a-1@opinionwatch.bureau.test",
        Incidents = ["20261124-0001"],
        Level = Level.Critical,
        Step = "critical/0",
        Address = address,
        ComposedAt = Now,
        Subject = "【特别重大】某村强拆致一人受伤",
        Text = "【特别重大】某村强拆致一人受伤\n.点开头的一行\n",
        Html = "<p>【特别重大】某村强拆致一人受伤</p>",
    };

    public static Alert Alert(string id, Level level = Level.Critical, ChannelKind channel = ChannelKind.Email, bool first = false) => new()
    {
        Id = id,
        MessageId = $"{id}@opinionwatch.bureau.test",
        IncidentId = $"i-{id}",
        Level = level,
        Step = $"{level}/0".ToLowerInvariant(),
        Contact = Officer.Id,
        Channel = channel,
        Address = channel == ChannelKind.Email ? Officer.Email! : Officer.Phone!,
        DueAt = Now,
        CreatedAt = Now,
        First = first,
        Subject = $"【{new EscalationPolicy().NameOf(level)}】事项{id}",
        Text = $"【{new EscalationPolicy().NameOf(level)}】事项{id}",
        Html = channel == ChannelKind.Email ? $"<p>事项{id}</p>" : null,
    };

    public static MailOptions Mail(LoopbackSmtpServer server, MailSecurity security = MailSecurity.None) => new()
    {
        From = "舆情监测 <watch@bureau.test>",
        Host = "127.0.0.1",
        Port = server.Port,
        Security = security,
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static HttpSmsOptions Sms(LoopbackSmsGateway gateway) => new()
    {
        Url = gateway.Root + "send",
        Body = """{"to":"{to}","text":"{text}","id":"{id}"}""",
        Success = "\"code\": *0",
    };

    public static AlertsOptions Options(MailOptions? mail = null, SmsOptions? sms = null) =>
        new() { Organisation = "某市自然资源和规划局", Mail = mail, Sms = sms, Console = new Uri("http://127.0.0.1:8650/") };
}
