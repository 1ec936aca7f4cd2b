using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Pages;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Today;

/// <summary>An incident in a list: what somebody must see at one glance.</summary>
public sealed record IncidentCard
{
    private const int MostTitle = 80;
    private const int MostPlaces = 3;

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its level.</summary>
    public required Level Level { get; init; }

    /// <summary>Name of the level.</summary>
    public required string LevelName { get; init; }

    /// <summary>Its title, on one line, cut.</summary>
    public required string Title { get; init; }

    /// <summary>Where; empty when no place is known.</summary>
    public required string Place { get; init; }

    /// <summary>Where it stands.</summary>
    public required string StateName { get; init; }

    /// <summary>Who has it; null when nobody has.</summary>
    public string? Holder { get; init; }

    /// <summary>Somebody has to take it over.</summary>
    public required bool WaitsForTaker { get; init; }

    /// <summary>Detection.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Documents found of it.</summary>
    public required int Documents { get; init; }

    /// <summary>Distinct sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Its clocks that wait to be met; all of them once it has ended.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>A clock of it is late.</summary>
    public bool IsLate => Clocks.Any(clock => clock.IsLate);

    /// <summary>Gives the card of an incident.</summary>
    public static IncidentCard Of(Incident incident, EscalationPolicy policy, PageContext context) => new()
    {
        Id = incident.Id,
        Level = incident.Level,
        LevelName = policy.NameOf(incident.Level),
        Title = PlainText.OneLine(incident.Title, MostTitle) is { Length: > 0 } title ? title : "（无标题）",
        Place = PlainText.OneLine(string.Join('、', incident.Regions.Take(MostPlaces)), MostTitle),
        StateName = Words.Of(incident.State),
        Holder = incident.Assignment is { } assignment
            ? PlainText.OneLine($"{assignment.Section}{(assignment.Lead is { } lead ? $" {lead}" : "")}", MostTitle)
            : incident.AcknowledgedBy is { } taker ? PlainText.OneLine(taker, MostTitle) : null,
        WaitsForTaker = incident is { IsLive: true, AcknowledgedAt: null },
        OpenedAt = incident.OpenedAt,
        Documents = incident.Documents.Count,
        Sources = incident.Documents.Select(document => document.Site).Distinct().Count(),
        Clocks = [.. incident.Clocks.Where(clock => !incident.IsLive || clock.MetAt is null).OrderBy(clock => clock.DueAt).Select(clock => ClockView.Of(clock, incident.IsLive, context))],
    };
}
