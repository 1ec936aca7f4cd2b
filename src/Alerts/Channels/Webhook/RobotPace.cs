using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Webhook;

/// <summary>Keeps below what a robot may say: 20 messages a minute. Two of them are kept for critical alerts.</summary>
/// <remarks>Robots that are spoken to more often are muted for minutes; it is better to wait for seconds.</remarks>
internal sealed class RobotPace(TimeProvider time)
{
    private const int Most = 20;
    private const int KeptForCritical = 2;
    private const int MostRobots = 1000;
    private static readonly TimeSpan Per = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<Uri, Queue<DateTimeOffset>> _sent = [];

    /// <summary>Takes a place; null when there is one, or else how long until there may be one.</summary>
    public TimeSpan? Take(Uri robot, Level level)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_sent.Count > MostRobots)
            {
                _sent.Clear();
            }

            if (!_sent.TryGetValue(robot, out var sent))
            {
                _sent[robot] = sent = new Queue<DateTimeOffset>();
            }

            // An instant ahead of now is from before the clock was set back.
            while (sent.TryPeek(out var oldest) && (oldest <= now - Per || oldest > now))
            {
                sent.Dequeue();
            }

            if (sent.Count >= (level >= Level.Critical ? Most : Most - KeptForCritical))
            {
                return sent.Peek() + Per - now;
            }

            sent.Enqueue(now);
            return null;
        }
    }
}
