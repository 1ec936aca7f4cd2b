using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Pages;

/// <summary>A time limit as it is shown.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Title">What must be done.</param>
/// <param name="DueAt">By when.</param>
/// <param name="Words">How it stands: 还剩…, 已超时…, 已完成.</param>
/// <param name="Style">Class of the words: <c>good</c>, <c>bad</c>, <c>soon</c>, or empty.</param>
/// <param name="Ticks">It still runs or waits, so that the words change by themselves.</param>
/// <param name="IsLate">Its instant passed before it was met.</param>
public sealed record ClockView(string Name, string Title, DateTimeOffset DueAt, string Words, string Style, bool Ticks, bool IsLate)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    /// <summary>Says how a clock stands.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="isLive">Its incident still goes on; what has ended waits for nothing.</param>
    /// <param name="context">Knows the present and how instants are said.</param>
    public static ClockView Of(Clock clock, bool isLive, PageContext context)
    {
        var left = clock.DueAt - context.Now;
        var (words, style) = clock switch
        {
            { MetAt: { } met } when met > clock.DueAt => ($"{context.Said(met)} 完成，超时{Spans.Words(met - clock.DueAt)}", "bad"),
            { MetAt: { } met } => ($"{context.Said(met)} 按时完成", "good"),
            _ when !isLive => ("未完成", ""),
            _ when left <= TimeSpan.Zero => ($"已超时{Spans.Words(left)}", "bad"),
            _ => ($"还剩{Spans.Words(left)}", left <= Soon ? "soon" : ""),
        };
        return new ClockView(clock.Name, ClockNames.Of(clock.Name), clock.DueAt, words, style, clock.MetAt is null && isLive, clock.MetAt is { } at ? at > clock.DueAt : isLive && left <= TimeSpan.Zero);
    }
}
