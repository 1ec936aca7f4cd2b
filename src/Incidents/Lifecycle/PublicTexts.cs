using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>The texts of the bureau's own: drafted by the section, approved by somebody else, then published (口径、权威信息、跟帖信息).</summary>
public static class PublicTexts
{
    private const int LongestText = 20_000;
    private const int MostVersions = 100;

    /// <summary>Writes a new version; it replaces none, and has to be approved anew.</summary>
    public static ActOutcome Draft(Incident incident, PublicTextKind kind, string text, string by, DateTimeOffset now)
    {
        var version = incident.Texts.Count(known => known.Kind == kind) + 1;
        if (!Enum.IsDefined(kind) || string.IsNullOrWhiteSpace(text) || text.Length > LongestText || version > MostVersions)
        {
            return new ActOutcome.Invalid(version > MostVersions ? $"版本最多 {MostVersions} 个。" : $"须写明类别（口径、权威信息或跟帖信息）和内容，内容不超过 {LongestText} 字。");
        }

        return IncidentLifecycle.Obstacle(incident, IncidentAct.Texts, by)
            ?? IncidentLifecycle.Done(new IncidentChange.Drafted(new PublicText { Kind = kind, Version = version, Text = text.Trim(), DraftedBy = by.Trim(), DraftedAt = now })
            {
                IncidentId = incident.Id,
                At = now,
                By = by.Trim(),
            });
    }

    /// <summary>审定: approves a version; whoever drafted it cannot, and what is approved stays so.</summary>
    public static ActOutcome Approve(Incident incident, PublicTextKind kind, int? version, string by, DateTimeOffset now) =>
        Find(incident, kind, version) is not { } text ? Missing(version)
        : IncidentLifecycle.Obstacle(incident, IncidentAct.Texts, by)
            ?? text switch
            {
                { ApprovedAt: not null } => new ActOutcome.Done([]),
                { DraftedBy: var drafter } when drafter == by.Trim() => new ActOutcome.Refused("起草人不能审定自己的稿件。", IncidentLifecycle.Allowed(incident)),
                _ => IncidentLifecycle.Done(new IncidentChange.Approved(kind, text.Version) { IncidentId = incident.Id, At = now, By = by.Trim() }),
            };

    /// <summary>发布: an approved version was published; meets the clock of its kind.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="kind">Which text.</param>
    /// <param name="version">Which version; null means the last.</param>
    /// <param name="by">The spokesperson.</param>
    /// <param name="at">When, as that person says; null means now.</param>
    /// <param name="link">Where it can be read; null when it has no address, else http or https.</param>
    /// <param name="now">The present.</param>
    public static ActOutcome Publish(Incident incident, PublicTextKind kind, int? version, string by, DateTimeOffset? at, string? link, DateTimeOffset now)
    {
        if (Find(incident, kind, version) is not { } text)
        {
            return Missing(version);
        }

        if (link is { Length: > 0 } && !(Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            return new ActOutcome.Invalid("链接须以 http:// 或 https:// 开头。");
        }

        return (IncidentLifecycle.Obstacle(incident, IncidentAct.Texts, by) ?? IncidentLifecycle.Early(at ?? now, now)) ?? text switch
        {
            { ApprovedAt: null } => new ActOutcome.Refused("未经审定不能发布。", IncidentLifecycle.Allowed(incident)),
            { PublishedAt: not null } => new ActOutcome.Done([]),
            _ => IncidentLifecycle.Done(new IncidentChange.Published(kind, text.Version, at ?? now, IncidentLifecycle.Clean(link)) { IncidentId = incident.Id, At = now, By = by.Trim() }),
        };
    }

    private static PublicText? Find(Incident incident, PublicTextKind kind, int? version) =>
        incident.Texts.FindLast(text => text.Kind == kind && (version is null || text.Version == version));

    private static ActOutcome.Invalid Missing(int? version) => new(version is null ? "尚未起草。" : $"没有第 {version} 版。");
}
