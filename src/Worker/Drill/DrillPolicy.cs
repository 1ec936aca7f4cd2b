using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Drill;

/// <summary>What makes a drill's incident one: its marks, and that it tells one person once, by all channels. Pure.</summary>
internal static class DrillPolicy
{
    /// <summary>The step of a drill's alerts.</summary>
    public const string Step = "drill";

    private const string Name = "演习";

    /// <summary>Gives the configuration an incident is alerted by: the one in force, unless it is a drill.</summary>
    public static WatchConfiguration For(Incident incident, WatchConfiguration configuration)
    {
        if (incident.DrillTo is not { } to)
        {
            return configuration;
        }

        var step = new EscalationStep { Key = Step, After = TimeSpan.Zero, Notify = [to], By = [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Webhook] };
        return configuration with
        {
            Escalation = configuration.Escalation with
            {
                FromPublication = false,
                Levels = new Dictionary<Level, LevelRule> { [incident.Level] = new(Name, []) },
                Steps = new Dictionary<Level, IReadOnlyList<EscalationStep>> { [incident.Level] = [step] },
                Spread = [],
            },
        };
    }

    /// <summary>Marks what a canary brought about: no clocks, and 演习 wherever it is read.</summary>
    public static IReadOnlyList<IncidentChange> Mark(IReadOnlyList<IncidentChange> changes, string to) =>
    [
        .. changes.Select(change => change is IncidentChange.Opened opened
            ? opened with
            {
                Incident = opened.Incident with
                {
                    DrillTo = to,
                    Title = $"【演习】{opened.Incident.Title}",
                    Summary = $"【演习】这是一次演习，不是真实事件，收到即可，无需处置。{opened.Incident.Summary}",
                    Clocks = [],
                },
            }
            : change),
    ];
}
