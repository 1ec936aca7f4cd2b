namespace OpinionWatch.Alerts.Templates;

/// <summary>The words of a message one by one, by the names templates use.</summary>
public static class MessageParts
{
    /// <summary>What stands for a part that is empty where a gateway takes no empty one.</summary>
    public const string Nothing = "无";

    /// <summary>Characters kept of each part in the outbox.</summary>
    private const int MostKept = 80;

    /// <summary>Parts of one line that gateways with approved templates can be given.</summary>
    public static readonly IReadOnlyList<string> ShortNames =
        ["level", "late", "mark", "matter", "place", "source", "deadline", "delay", "count", "topics", "incident", "organisation", "contact"];

    /// <summary>All names, for texts of one's own.</summary>
    public static readonly IReadOnlyList<string> Names =
        [.. ShortNames, "sentence", "summary", "places", "sources", "words", "published", "detected", "clocks", "state", "grounds", "score", "link", "how"];

    /// <summary>Keeps what gateways can be given, for the outbox.</summary>
    public static IReadOnlyDictionary<string, string> Short(IReadOnlyDictionary<string, string> parts) =>
        ShortNames.Where(parts.ContainsKey).ToDictionary(name => name, name => PlainText.OneLine(parts[name], MostKept));

    /// <summary>Gives all parts of an alert, as they are before escaping.</summary>
    internal static Dictionary<string, string> Of(AlertMatter matter) => new()
    {
        ["level"] = matter.LevelName,
        ["late"] = matter.LateMark,
        ["mark"] = matter.Occasion.Mark,
        ["matter"] = matter.Title,
        ["place"] = matter.FirstPlace,
        ["source"] = matter.Sources.Count > 0 ? matter.Sources[0].Name : "",
        ["deadline"] = DeadlineOf(matter),
        ["delay"] = matter.LateWords,
        ["count"] = $"{matter.SourceCount}",
        ["topics"] = matter.Topics,
        ["incident"] = matter.IncidentId,
        ["organisation"] = matter.Organisation,
        ["contact"] = matter.ContactName,
        ["sentence"] = matter.Occasion.Sentence,
        ["summary"] = matter.Summary,
        ["places"] = matter.Places,
        ["sources"] = string.Join('\n', matter.Sources.Select(OneSource)),
        ["words"] = matter.Words,
        ["published"] = matter.FirstPublished,
        ["detected"] = matter.Detected,
        ["clocks"] = string.Join('\n', matter.Clocks.Select(clock => $"{clock.Title}，{clock.DueAt}前，{clock.Standing}")),
        ["state"] = matter.State,
        ["grounds"] = string.Join('\n', matter.Factors.Select(f => $"{f.Name}{(f.Points == 0 ? "（直接定级）" : $" {f.Points:+0;-0}分")}：{f.Because}")),
        ["score"] = matter.Score,
        ["link"] = matter.Link?.AbsoluteUri ?? "",
        ["how"] = AcknowledgeWords.Of(matter),
    };

    /// <summary>Says by when what must be done; what the mark says already is left out.</summary>
    internal static string DeadlineOf(AlertMatter matter) => matter.Clocks.FirstOrDefault(clock => !clock.IsMet) switch
    {
        null => "",
        { State: Model.ClockState.Missed } clock when matter.Occasion.Clock == clock.Name => "",
        { State: Model.ClockState.Missed } clock => $"{clock.Title}已超时",
        var clock => $"{clock.DueShort}前{clock.Title}",
    };

    private static string OneSource(MatterSource source) =>
        string.Concat(source.Name, source.Title.Length > 0 ? $"《{source.Title}》" : "", source.PublishedAt.Length > 0 ? $" {source.PublishedAt}" : "", source.Url is null ? "" : $" {source.Url}");
}
