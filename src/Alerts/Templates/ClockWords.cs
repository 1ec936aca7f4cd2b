using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>A time limit in words.</summary>
/// <param name="Name">Name of the clock as configured, e.g. <c>report</c>.</param>
/// <param name="Title">What must be done, e.g. 报送.</param>
/// <param name="DueAt">By when, with day: <c>11月24日10:05</c>.</param>
/// <param name="DueShort">By when, the day only when it is another one.</param>
/// <param name="Standing">How it stands: 还剩…, 已超时…, 已于…完成.</param>
/// <param name="State">How it stands at that moment: a running clock past its instant is missed.</param>
/// <param name="IsMet">It was met, in time or late.</param>
internal sealed record ClockWords(string Name, string Title, string DueAt, string DueShort, string Standing, ClockState State, bool IsMet)
{
    public static ClockWords Of(Clock clock, DateTimeOffset now, TimeSpan lead, ZoneTime zone)
    {
        var own = now + lead;
        var state = clock.State == ClockState.Running && own >= clock.DueAt ? ClockState.Missed : clock.State;
        var standing = (state, clock.MetAt) switch
        {
            (ClockState.Met, { } met) => $"已于{zone.Short(met, now)}完成",
            (ClockState.Met, _) => "已完成",
            (ClockState.Missed, { } met) => $"已于{zone.Short(met, now)}完成，超时{Spans.Words(met + lead - clock.DueAt)}",
            (ClockState.Missed, _) when own - clock.DueAt < TimeSpan.FromMinutes(1) => "已到时限",
            (ClockState.Missed, _) => $"已超时{Spans.Words(own - clock.DueAt)}",
            _ => $"还剩{Spans.Words(clock.DueAt - own)}",
        };
        return new ClockWords(clock.Name, ClockNames.Of(clock.Name), zone.Day(clock.DueAt), zone.Short(clock.DueAt, now), standing, state, clock.MetAt is not null || state == ClockState.Met);
    }
}
