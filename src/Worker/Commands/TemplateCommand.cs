using System.CommandLine;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>template</c>: what an invented incident looks like in the texts in force.</summary>
internal static class TemplateCommand
{
    private static readonly string[] Kinds = ["sms", "mail", "html", "webhook", "webhook-text"];
    private static readonly string[] Occasions = ["first", "reminder", "before", "missed"];
    private static readonly Dictionary<string, Level> Levels = new() { ["critical"] = Level.Critical, ["major"] = Level.Major, ["general"] = Level.General };

    public static Command Create(SharedOptions options)
    {
        var level = new Option<string>("--level") { Description = "级别：critical、major、general；默认 critical", DefaultValueFactory = _ => "critical", HelpName = "LEVEL" };
        level.AcceptOnlyFromAmong([.. Levels.Keys]);
        var kind = new Option<string[]>("--kind") { Description = "哪种文本：sms、mail、html、webhook、webhook-text；默认 sms、mail、webhook", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
        kind.AcceptOnlyFromAmong(Kinds);
        var occasion = new Option<string>("--occasion") { Description = "场合：first 首次、reminder 催办、before 时限将到、missed 已超时；默认 first", DefaultValueFactory = _ => "first", HelpName = "OCCASION" };
        occasion.AcceptOnlyFromAmong(Occasions);
        var command = new Command("template", "用一个示例事件预览现行的短信、邮件和群机器人文本") { level, kind, occasion };
        command.SetAction((parsed, _) => PrintAsync(Configured.Require(options.Read(parsed)), Levels[parsed.GetValue(level)!], parsed.GetValue(kind) is { Length: > 0 } kinds ? kinds : ["sms", "mail", "webhook"], parsed.GetValue(occasion)!));
        return command;
    }

    private static async Task<int> PrintAsync(WatchConfiguration configuration, Level level, string[] kinds, string occasion)
    {
        foreach (var kind in kinds)
        {
            var text = AlertTexts.Render(Occasion(configuration, level, kind, occasion, TimeProvider.System.GetUtcNow()));
            await Terminal.Out.WriteLineAsync($"== {kind}{(kind == "sms" ? $"（{text.Text.Length} 字）" : $"：{text.Subject}")}");
            await Terminal.Out.WriteLineAsync((kind == "html" ? text.Html! : text.Text).TrimEnd());
            if (kind == "sms")
            {
                await PrintParametersAsync(configuration.Alerts.Sms, text.Parts!);
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Prints what a gateway with approved templates is given.</summary>
    private static async Task PrintParametersAsync(SmsOptions? sms, IReadOnlyDictionary<string, string> parts)
    {
        IEnumerable<(string Name, TextTemplate Variable)> variables = sms switch
        {
            AliyunSmsOptions aliyun => aliyun.Parameters.Select(parameter => (parameter.Key, parameter.Value)),
            TencentSmsOptions tencent => tencent.Parameters.Select((parameter, index) => ($"{index + 1}", parameter)),
            _ => [],
        };
        foreach (var (name, variable) in variables)
        {
            await Terminal.Out.WriteLineAsync($"   {name} = {variable.Fill(parts)}");
        }
    }

    private static AlertOccasion Occasion(WatchConfiguration configuration, Level level, string kind, string occasion, DateTimeOffset now)
    {
        var contact = configuration.Contacts.Contacts.Count > 0 ? configuration.Contacts.Contacts[0] : new Contact { Id = "sample", Name = "示例联系人" };
        var incident = SampleIncident.Of(level, configuration.Escalation, now);
        var clock = incident.Clocks.Count > 0 ? incident.Clocks[0].Name : Clock.Report;
        var step = new EscalationStep { Key = "sample", Notify = [contact.Id], By = [] };
        return new AlertOccasion
        {
            Incident = incident,
            Step = occasion switch
            {
                "reminder" => step with { After = TimeSpan.FromMinutes(5), Unless = StepCondition.Acknowledged },
                "before" => step with { Before = TimeSpan.FromMinutes(15), Of = clock },
                "missed" => step with { Missed = clock },
                _ => step with { After = TimeSpan.Zero },
            },
            Contact = contact with { Webhook = new WebhookRobot(WebhookKind.WeCom, new Uri("https://robot.invalid/"), PlainText: kind == "webhook-text") },
            Channel = kind switch { "sms" => ChannelKind.Sms, "mail" or "html" => ChannelKind.Email, _ => ChannelKind.Webhook },
            Policy = configuration.Escalation,
            Options = configuration.Alerts,
            SourceNames = new Dictionary<string, string> { ["sample"] = "示例论坛" },
            Now = Moment(incident, occasion, now),
        };
    }

    /// <summary>Gives the moment the occasion is at: a quarter of an hour before the first time limit, a minute after it, or now.</summary>
    private static DateTimeOffset Moment(Incident incident, string occasion, DateTimeOffset now) => occasion switch
    {
        "before" when incident.Clocks.Count > 0 => incident.Clocks[0].DueAt - TimeSpan.FromMinutes(15),
        "missed" when incident.Clocks.Count > 0 => incident.Clocks[0].DueAt + TimeSpan.FromMinutes(1),
        _ => now,
    };
}
