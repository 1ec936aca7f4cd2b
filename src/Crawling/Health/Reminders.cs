namespace OpinionWatch.Crawling.Health;

/// <summary>When a trouble that lasts is told again: at growing intervals. Pure.</summary>
internal static class Reminders
{
    private static readonly TimeSpan[] After = [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    /// <summary>Gives the instant of the reminder after <paramref name="told"/> of them, the trouble having begun at <paramref name="since"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset since, int told) =>
        since + (told < After.Length ? After[told] : After[^1] * (told - After.Length + 2));
}
