using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Says when a delivery that failed is tried again, and when it is given up.</summary>
public static class RetryLadder
{
    /// <summary>A delivery below critical that failed for this long is given up.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(48);

    private static readonly TimeSpan[] Rungs =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
    ];

    /// <summary>Gives the pause after so many attempts: longer each time, at most 5 minutes for critical and major, 30 minutes for others.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    /// <param name="level">Level of the message.</param>
    /// <param name="asked">The pause the other side asked for; honoured up to the same bound.</param>
    public static TimeSpan PauseAfter(int attempts, Level level, TimeSpan? asked = null)
    {
        var rung = Rungs[Math.Clamp(attempts - 1, 0, Rungs.Length - 1)];
        var wanted = asked > rung ? asked.Value : rung;
        var most = level >= Level.Major ? TimeSpan.FromMinutes(5) : TimeSpan.FromMinutes(30);
        return wanted < most ? wanted : most;
    }

    /// <summary>Says whether a delivery that cannot be handed over is given up at <paramref name="now"/>. Never at critical.</summary>
    public static bool IsOver(Level level, DateTimeOffset? failedAt, DateTimeOffset now) =>
        level < Level.Critical && failedAt is { } since && now - since >= GiveUpAfter;
}
