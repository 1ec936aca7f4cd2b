namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes durations in Chinese.</summary>
public static class Spans
{
    /// <summary>Gives the two largest units, rounded up to a minute: <c>15分钟</c>, <c>2小时</c>, <c>1小时5分钟</c>, <c>3天4小时</c>. At least <c>1分钟</c>.</summary>
    public static string Words(TimeSpan span)
    {
        var minutes = Math.Max(1, (long)Math.Ceiling(span.Duration().TotalMinutes));
        var (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
        return (days, hours, rest) switch
        {
            ( > 0, > 0, _) => $"{days}天{hours}小时",
            ( > 0, _, _) => $"{days}天",
            (_, > 0, > 0) => $"{hours}小时{rest}分钟",
            (_, > 0, _) => $"{hours}小时",
            _ => $"{rest}分钟",
        };
    }
}
