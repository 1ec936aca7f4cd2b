using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>What an alert says, made harmless and put into words once for all channels.</summary>
internal sealed record AlertMatter
{
    private static readonly HashSet<string> Steering = ["地域", "外地", "地址", "他义", "否定", "条件", "疑问", "人称", "称呼"];

    private const string NoPlace = "未识别到具体地点";

    public required string LevelName { get; init; }

    public required string LateMark { get; init; }

    /// <summary>When it should have gone out and how late it is, or that it was held for its receiver's sake; empty when it is in time.</summary>
    public required string LateWords { get; init; }

    public required OccasionWords Occasion { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Places { get; init; }

    public required IReadOnlyList<MatterSource> Sources { get; init; }

    public required int SourceCount { get; init; }

    public required string FirstPublished { get; init; }

    public required string Detected { get; init; }

    public required string Topics { get; init; }

    public required string Words { get; init; }

    public required IReadOnlyList<Factor> Factors { get; init; }

    public required string Score { get; init; }

    public required string LexiconVersion { get; init; }

    public required IReadOnlyList<ClockWords> Clocks { get; init; }

    public required string State { get; init; }

    /// <summary>Where the matter is acknowledged; null when the console has no address.</summary>
    public required Uri? Link { get; init; }

    /// <summary>The incident's own page; null when the console has no address.</summary>
    public required Uri? Page { get; init; }

    /// <summary>The link acknowledges in the person's name, without login.</summary>
    public bool IsLinkSigned => Link != Page;

    public required string IncidentId { get; init; }

    public required string Organisation { get; init; }

    public required Level Level { get; init; }

    public required string ContactName { get; init; }

    /// <summary>The first place it names; empty when it names none.</summary>
    public string FirstPlace => Places == NoPlace ? "" : Places.Split('、')[0].TrimEnd('等');

    /// <summary>Gathers it.</summary>
    public static AlertMatter Of(AlertOccasion occasion)
    {
        var incident = occasion.Incident;
        var zone = new ZoneTime(occasion.Options.TimeZone);
        var raising = RaisingOf(incident);
        return new AlertMatter
        {
            Level = incident.Level,
            ContactName = PlainText.OneLine(occasion.Contact.Name, 20),
            LevelName = PlainText.OneLine(occasion.Policy.NameOf(incident.Level), 12),
            LateMark = occasion.Late ? "【补发】" : "",
            LateWords = LateWordsOf(occasion, zone),
            Occasion = OccasionWords.Of(occasion),
            Title = PlainText.OneLine(raising?.Title, 80) is { Length: > 0 } news ? news : TitleOf(incident),
            Summary = PlainText.OneLine(incident.Summary, 200),
            Places = Join((raising?.Regions ?? []).Concat(incident.Regions), 6, NoPlace),
            Sources = [.. incident.Documents.OrderByDescending(document => document == raising).Take(5).Select(document => MatterSource.Of(document, occasion.SourceNames, zone))],
            SourceCount = incident.Documents.Count,
            FirstPublished = incident.FirstPublishedAt is { } published ? zone.Full(published) : "原文未注明",
            Detected = zone.Full(incident.OpenedAt),
            Topics = Join(incident.Topics, 6, "未归类"),
            Words = WordsOf(incident),
            Factors = [.. (incident.Grounds?.Factors ?? []).Take(12).Select(f => new Factor(PlainText.OneLine(f.Name, 30), f.Points, PlainText.OneLine(f.Because, 120)))],
            Score = incident.Grounds is { } grounds ? $"{grounds.Score}" : "",
            LexiconVersion = PlainText.OneLine(incident.Grounds?.LexiconVersion, 60),
            Clocks = [.. incident.Clocks.Take(8).Select(clock => ClockWords.Of(clock, occasion.Now, occasion.Lead, zone))],
            State = StateOf(incident, zone),
            Link = SignedLink(occasion) ?? PageOf(occasion),
            Page = PageOf(occasion),
            IncidentId = PlainText.OneLine(incident.Id, 60),
            Organisation = PlainText.OneLine(occasion.Options.Organisation, 60),
        };
    }

    /// <summary>Puts outside words in a row, at most <paramref name="most"/> of them.</summary>
    public static string Join(IEnumerable<string> words, int most, string none)
    {
        var clean = words.Select(w => PlainText.OneLine(w, 40)).Where(w => w.Length > 0).Distinct().Take(most + 1).ToList();
        return clean.Count == 0 ? none : string.Join("、", clean.Take(most)) + (clean.Count > most ? "等" : "");
    }

    private static string LateWordsOf(AlertOccasion occasion, ZoneTime zone) => occasion switch
    {
        { Late: true } => $"应于{zone.Short(occasion.Now - occasion.Delay, occasion.Now)}发出，迟{Spans.Words(occasion.Delay)}",
        { HeldSince: { } since } => $"产生于{zone.Short(since, occasion.Now)}，免打扰期满发出",
        _ => "",
    };

    private static Uri? PageOf(AlertOccasion occasion) =>
        occasion.Options.Console is { } console ? new Uri(console, $"/incidents/{Uri.EscapeDataString(occasion.Incident.Id)}") : null;

    /// <summary>Gives the person's own link. Only a mail has it: a text message has no room, and in a group's chat anybody could use it.</summary>
    private static Uri? SignedLink(AlertOccasion occasion) =>
        occasion is { Channel: ChannelKind.Email, Tokens: { } tokens, Options.Console: { } console }
            ? new Uri(console, $"/a/{tokens.Issue(occasion.Incident.Id, occasion.Contact.Id, occasion.Now)}")
            : null;

    /// <summary>Gives the document that raised the level: it is what people have not heard of, and may tell another day, place and source than the first. Null when none did.</summary>
    private static IncidentDocument? RaisingOf(Incident incident) =>
        incident.LevelHistory is [.., var before, { By: IncidentChange.System } last] && last.To > before.To ? incident.Documents.Find(document => document.Id == incident.Grounds?.Id) : null;

    private static string TitleOf(Incident incident)
    {
        var title = PlainText.OneLine(incident.Title, 80);
        title = title.Length > 0 ? title : PlainText.OneLine(incident.Summary, 40);
        return title.Length > 0 ? title : "（无标题）";
    }

    /// <summary>Gives the words that say something of the matter; places stand in a line of their own, and words that only steer the reading (没有, 如果) tell a leader nothing.</summary>
    private static string WordsOf(Incident incident)
    {
        var hits = incident.Grounds?.Hits.Where(hit => !Steering.Contains(hit.Category)).Select(hit => hit.Term).ToList() ?? [];
        return Join(hits.Count > 0 ? hits : incident.Documents.Take(5).SelectMany(d => d.Terms), 12, "无");
    }

    private static string StateOf(Incident incident, ZoneTime zone) => incident.State switch
    {
        IncidentState.Open => "尚未签收",
        IncidentState.Closed => "已办结",
        IncidentState.Dismissed => "已排除",
        _ when incident.AcknowledgedAt is { } at => $"{PlainText.OneLine(incident.AcknowledgedBy, 20)}已于{zone.Full(at)}签收",
        _ => "处理中",
    };
}
