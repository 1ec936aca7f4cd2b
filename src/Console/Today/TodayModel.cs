using OpinionWatch.Console.Pages;
using OpinionWatch.Console.Status;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Today;

/// <summary>What the front page shows (态势).</summary>
public sealed record TodayModel
{
    private const int MostCards = 60;
    private const int Days = 7;

    /// <summary>Live incidents above 关注, gravest first, those that wait for somebody before the others.</summary>
    public required IReadOnlyList<IncidentCard> Cards { get; init; }

    /// <summary>Live ones that are not among <see cref="Cards"/>.</summary>
    public required int More { get; init; }

    /// <summary>Live incidents by level, gravest first.</summary>
    public required IReadOnlyList<LevelCount> Levels { get; init; }

    /// <summary>Live ones nobody has taken over.</summary>
    public required int Untaken { get; init; }

    /// <summary>Live ones with a clock that is late.</summary>
    public required int Late { get; init; }

    /// <summary>Incidents opened on each of the last days, oldest first.</summary>
    public required IReadOnlyList<DayCount> Trend { get; init; }

    /// <summary>Sources that are not seen.</summary>
    public required IReadOnlyList<SourceStatus> Blind { get; init; }

    /// <summary>Number of sources that are seen.</summary>
    public required int Seeing { get; init; }

    /// <summary>Whether the service can do its job.</summary>
    public required Readiness Readiness { get; init; }

    /// <summary>The configuration in force.</summary>
    public required ConfigurationStatus Configuration { get; init; }

    /// <summary>Gathers it.</summary>
    public static TodayModel Of(IReadOnlyList<Incident> incidents, IServiceStatus status, Readiness readiness, EscalationPolicy policy, PageContext context)
    {
        var live = incidents.Where(incident => incident.IsLive).ToList();
        var cards = live.Where(incident => incident.Level > Level.Watch)
            .OrderByDescending(incident => incident.Level)
            .ThenByDescending(incident => incident.AcknowledgedAt is null)
            .ThenBy(incident => incident.Clocks.Where(clock => clock.MetAt is null).Select(clock => (DateTimeOffset?)clock.DueAt).Min() ?? DateTimeOffset.MaxValue)
            .Take(MostCards)
            .Select(incident => IncidentCard.Of(incident, policy, context))
            .ToList();
        var sources = status.ListSources();
        return new TodayModel
        {
            Cards = cards,
            More = live.Count - cards.Count,
            Levels = [.. new[] { Level.Critical, Level.Major, Level.General, Level.Watch }.Select(level => new LevelCount(level, policy.NameOf(level), live.Count(incident => incident.Level == level)))],
            Untaken = live.Count(incident => incident.AcknowledgedAt is null && incident.Level > Level.Watch),
            Late = live.Count(incident => incident.Clocks.Any(clock => clock.MetAt is null && clock.DueAt <= context.Now)),
            Trend = TrendOf(incidents, context),
            Blind = [.. sources.Where(source => source.State == "blind")],
            Seeing = sources.Count(source => source.State == "seeing"),
            Readiness = readiness,
            Configuration = status.Configuration,
        };
    }

    private static List<DayCount> TrendOf(IReadOnlyList<Incident> incidents, PageContext context)
    {
        var counts = incidents.CountBy(incident => DayOf(incident.OpenedAt, context)).ToDictionary();
        var today = DayOf(context.Now, context);
        return [.. Enumerable.Range(1 - Days, Days).Select(offset => today.AddDays(offset)).Select(day => new DayCount(day, counts.GetValueOrDefault(day)))];
    }

    private static DateOnly DayOf(DateTimeOffset at, PageContext context) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, context.Zone).DateTime);
}
