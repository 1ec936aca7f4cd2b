using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Pages;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>What the page of one incident shows (事件).</summary>
public sealed record IncidentModel
{
    /// <summary>Documents listed at most.</summary>
    public const int MostDocuments = 100;

    /// <summary>Lines of history shown at most.</summary>
    public const int MostLines = 200;

    private const int MostSources = 50;

    /// <summary>The incident.</summary>
    public required Incident Incident { get; init; }

    /// <summary>Names of the levels.</summary>
    public required EscalationPolicy Policy { get; init; }

    /// <summary>Names of sources by id.</summary>
    public required IReadOnlyDictionary<string, string> SourceNames { get; init; }

    /// <summary>The people messages went to.</summary>
    public required ContactBook Contacts { get; init; }

    /// <summary>Messages about it, oldest first.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>Other live incidents, for merging.</summary>
    public required IReadOnlyList<Incident> Others { get; init; }

    /// <summary>The document whose text is shown; null when none is kept any more.</summary>
    public KeptDocument? Shown { get; init; }

    /// <summary>The act that was tried; null when the page is only looked at.</summary>
    public FormAct? Tried { get; init; }

    /// <summary>What was typed for it.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it was not done; null otherwise.</summary>
    public string? Fault { get; init; }

    /// <summary>What happened meanwhile; empty unless it was stale.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];

    /// <summary>What was done just now; null otherwise.</summary>
    public string? Done { get; init; }

    /// <summary>Lists the acts this person may do on the incident as it stands.</summary>
    public IReadOnlyList<FormAct> ActsFor(PageContext context)
    {
        var allowed = IncidentLifecycle.Allowed(Incident);
        return [.. FormAct.All.Where(act => allowed.Contains(act.Allows) && context.Session?.May(act.Right) == true && HasMatter(act, context))];
    }

    /// <summary>Gives what was typed in a field of an act that was not done; empty otherwise.</summary>
    public string TypedIn(string act, string field) => Tried?.Name == act ? Typed.GetValueOrDefault(field, "") : "";

    /// <summary>Gives the name of a source.</summary>
    public string NameOfSource(string? site) => site is null ? "工作人员上报" : PlainText.OneLine(SourceNames.GetValueOrDefault(site, site == "staff" ? "本局人员报告" : site), 40);

    /// <summary>Gives the name of a contact.</summary>
    public string NameOfContact(string id) => Contacts.Contacts.FirstOrDefault(contact => contact.Id == id)?.Name ?? id;

    /// <summary>Lists its history, newest first.</summary>
    public IReadOnlyList<HistoryLine> History() => [.. Incident.Audit.Reverse().Take(MostLines).Select(HistoryLine.Of)];

    /// <summary>Lists where it was published, those that carried most first.</summary>
    public IReadOnlyList<SpreadRow> Spread() =>
    [
        .. Incident.Documents.GroupBy(document => document.Site)
            .Select(group => new SpreadRow(
                NameOfSource(group.Key),
                group.First().Tier is { } tier ? Words.Of(tier) : "",
                group.Count(),
                group.Min(document => document.FirstSeenAt),
                group.Max(document => document.FirstSeenAt)))
            .OrderByDescending(row => row.Documents)
            .ThenBy(row => row.FirstAt)
            .Take(MostSources),
    ];

    /// <summary>Gives an address that may be linked: http or https, of bearable length; null otherwise.</summary>
    public static string? LinkOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.AbsoluteUri.Length <= 2000 ? uri.AbsoluteUri : null;

    /// <summary>Lists the versions a person can approve now: not approved, and not their own.</summary>
    public IReadOnlyList<PublicText> Approvable(PageContext context) => [.. Incident.Texts.Where(text => text.ApprovedAt is null && text.DraftedBy != context.Session?.Name)];

    /// <summary>Lists the versions that can be published now.</summary>
    public IReadOnlyList<PublicText> Publishable() => [.. Incident.Texts.Where(text => text is { ApprovedAt: not null, PublishedAt: null })];

    /// <summary>Lists the clocks that are met by saying so.</summary>
    public IReadOnlyList<Clock> Meetable() => [.. Incident.Clocks.Where(clock => clock.MetAt is null && clock.Name != Clock.Report)];

    private bool HasMatter(FormAct act, PageContext context) => act.Name switch
    {
        "acknowledge" => Incident.AcknowledgedAt is null,
        "approve" => Approvable(context).Count > 0,
        "publish" => Publishable().Count > 0,
        "meet" => Meetable().Count > 0,
        "split" => Incident.Documents.Count > 1,
        "merge" => Others.Count > 0,
        _ => true,
    };
}
