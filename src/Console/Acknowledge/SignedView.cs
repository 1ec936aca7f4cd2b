using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>Writes the page behind a signed link: the matter in short, how it stands, and the button.</summary>
internal sealed class SignedView(ICurrent<ConsoleOptions> options, ICurrent<EscalationPolicy> policy)
{
    /// <summary>Field of the form: how many entries of the history the page was made of.</summary>
    public const string Seen = "seen";

    private const int MostText = 300;
    private const int MostSources = 5;
    private const string WhatToDo = "<p>请回到最近一封预警邮件，直接点击其中的“打开事件并签收”；仍打不开的，请登录舆情监测系统签收，或致电值班室报事件编号代为签收。</p><p>在有人签收之前，系统会继续催办，不会漏掉。</p>";

    /// <summary>Shows the matter and how it stands.</summary>
    public IResult Matter(HttpContext context, Incident incident, Contact contact, bool justNow) => Matter(context, incident, contact, justNow, "", StatusCodes.Status200OK);

    /// <summary>Shows the matter anew to somebody who acted on what it was before.</summary>
    public IResult Changed(HttpContext context, Incident incident, Contact contact) => Matter(
        context,
        incident,
        contact,
        justNow: false,
        "<p class=\"late\" role=\"alert\"><strong>您打开本页之后，事件的级别或状态有变化，刚才没有签收。</strong>请看下面的最新情况。</p>",
        StatusCodes.Status409Conflict);

    private IResult Matter(HttpContext context, Incident incident, Contact contact, bool justNow, string notice, int status)
    {
        var level = policy.Value.NameOf(incident.Level);
        var main = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">{Encode(options.Value.Organisation)}舆情监测</p>{notice}<div class=\"card {incident.Level.ToString().ToLowerInvariant()}\">")
            .Append(CultureInfo.InvariantCulture, $"<div class=\"level\">【{Encode(level)}】</div><h1>{Encode(Short(incident.Title.Length > 0 ? incident.Title : incident.Summary, 100))}</h1><dl>");
        Facts(main, incident);
        main.Append("</dl>");
        Standing(main, incident, contact, justNow);
        main.Append(CultureInfo.InvariantCulture, $"</div><p class=\"dim\">事件编号 {Encode(incident.Id)}。本页只供{Encode(contact.Name)}使用，请勿转发链接。</p>");
        return Answer(context, "签收", main.ToString(), status);
    }

    /// <summary>Says that a link opens nothing, and what to do.</summary>
    public static IResult Bad(HttpContext context, LinkOpened.Bad bad) =>
        Answer(context, bad.Title, $"<div class=\"card\"><h1>{Encode(bad.Title)}</h1><p>{Encode(bad.Why)}</p>{WhatToDo}</div>", bad.Status);

    /// <summary>Says that nothing was acknowledged, and what to do.</summary>
    public static IResult NotDone(HttpContext context, string why, int status) =>
        Answer(context, "没有签收", $"<div class=\"card critical\"><h1>没有签收</h1><p>{Encode(why)}</p>{WhatToDo}</div>", status);

    private static IResult Answer(HttpContext context, string title, string main, int status) => SignedFrame.Answer(context, title, main, status);

    private static string Encode(string text) => SignedFrame.Encode(text);

    private static string Short(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[most - 1]) ? most - 1 : most), "…");
    }

    private static string Joined(IEnumerable<string> words) => Short(string.Join('、', words.Take(6)), 100);

    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.AbsoluteUri.Length <= 2000 ? uri.AbsoluteUri : null;

    private static string TitleOf(string clock) => clock switch
    {
        Clock.Report => "报送",
        Clock.Statement => "发布权威信息",
        Clock.Briefing => "新闻发布会",
        Clock.Reply => "答复",
        _ => clock,
    };

    private void Facts(StringBuilder main, Incident incident)
    {
        Row(main, "地点", Encode(Joined(incident.Regions)));
        Row(main, "领域", Encode(Joined(incident.Topics)));
        Row(main, "首次发布", incident.FirstPublishedAt is { } published ? Local(published) : "原文未注明");
        Row(main, "发现时间", Local(incident.OpenedAt));
        Row(main, "时限", string.Join("<br>", incident.Clocks.Where(clock => clock.MetAt is null).Take(6).Select(Limit)));
        Row(main, "来源", string.Join("<br>", incident.Documents.Take(MostSources).Select(Source)) + (incident.Documents.Count > MostSources ? $"<br>等共 {incident.Documents.Count} 篇" : ""));
        Row(main, "摘要", Encode(Short(incident.Summary, MostText)));
    }

    private string Limit(Clock clock)
    {
        var words = $"{Encode(Short(TitleOf(clock.Name), 20))}：{TimeZoneInfo.ConvertTime(clock.DueAt, options.Value.TimeZone).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)} 前";
        return clock.State == ClockState.Missed ? $"<span class=\"late\">{words}（已超时）</span>" : words;
    }

    private static void Row(StringBuilder main, string name, string value)
    {
        if (value.Length > 0)
        {
            main.Append("<dt>").Append(name).Append("</dt><dd>").Append(value).Append("</dd>");
        }
    }

    private static string Source(IncidentDocument document)
    {
        var url = WebAddress(document.Url);
        var title = Short(document.Title ?? "", 60) is { Length: > 0 } known ? known : Short(url ?? "原文", 60);
        return url is null ? Encode(title) : $"<a href=\"{Encode(url)}\" rel=\"noopener noreferrer\" target=\"_blank\">{Encode(title)}</a>";
    }

    private void Standing(StringBuilder main, Incident incident, Contact contact, bool justNow)
    {
        if (incident.AcknowledgedAt is { } at)
        {
            var by = incident.AcknowledgedBy ?? "";
            main.Append(CultureInfo.InvariantCulture, $"<div class=\"now done\" role=\"status\"><strong>{(justNow ? "签收成功" : "已签收")}</strong>{Encode(by)} 于 {Local(at)} 签收。{(justNow ? "催办已停止，请按上面的时限组织处置。" : "无需再次签收。")}</div>");
        }
        else if (!incident.IsLive)
        {
            main.Append(CultureInfo.InvariantCulture, $"<div class=\"now\" role=\"status\"><strong>{Ended(incident)}</strong>无需签收。</div>");
        }
        else
        {
            main.Append(CultureInfo.InvariantCulture, $"<form class=\"now\" method=\"post\"><input type=\"hidden\" name=\"{Seen}\" value=\"{incident.Audit.Count}\"><strong>尚未签收</strong>点击下面的按钮，即以“{Encode(contact.Name)}”的名义签收，系统停止催办。不是本人请关闭本页。<button>签收</button></form>");
        }
    }

    private static string Ended(Incident incident) => incident switch
    {
        { MergedInto: { } into } => $"已并入事件 {Encode(into)}，请以该事件的预警为准",
        { State: IncidentState.Closed } => "本事件已办结",
        _ => "本事件已排除",
    };

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, options.Value.TimeZone).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
