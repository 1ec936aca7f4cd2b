namespace OpinionWatch.Model;

/// <summary>Says what approving and publishing do to a version of a text; part of <see cref="IncidentFold"/>.</summary>
internal static class PublicTextFold
{
    /// <summary>Gives the clock that publishing a text of this kind meets; null when none.</summary>
    internal static string? ClockOf(PublicTextKind kind) => kind switch
    {
        PublicTextKind.Statement => Clock.Statement,
        PublicTextKind.Reply => Clock.Reply,
        _ => null,
    };

    internal static Incident Approve(Incident before, IncidentChange.Approved change) =>
        Replace(before, change.Kind, change.Version, text => text with { ApprovedBy = change.By, ApprovedAt = change.At });

    internal static Incident Publish(Incident before, IncidentChange.Published change) =>
        Replace(before, change.Kind, change.Version, text => text with { PublishedBy = change.By, PublishedAt = change.PublishedAt, Link = change.Link });

    private static Incident Replace(Incident before, PublicTextKind kind, int version, Func<PublicText, PublicText> change)
    {
        var index = before.Texts.FindIndex(text => text.Kind == kind && text.Version == version);
        return index < 0 ? before : before with { Texts = before.Texts.SetItem(index, change(before.Texts[index])) };
    }
}
