using System.Globalization;

namespace OpinionWatch.Worker.Watching;

/// <summary>Durations in Chinese.</summary>
internal static class Spans
{
    /// <summary>Writes a duration, e.g. <c>5 分钟</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} 秒"),
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} 分钟"),
        { TotalHours: < 36 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} 小时"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} 天"),
    };
}
