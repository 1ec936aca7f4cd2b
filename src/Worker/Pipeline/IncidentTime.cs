using System.Collections.Concurrent;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The time of each incident, which never goes back: when the machine's clock is set back, what repeats goes on repeating and what is due stays due. Not thread-safe but for <see cref="KnownLeadOf"/>: the desk's lock guards it.</summary>
/// <remarks>An incident whose last step was taken, or which was opened, in the future of the clock keeps that lead for the rest of its life; a restart finds the lead again from the same record.</remarks>
internal sealed class IncidentTime(TimeProvider time)
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, TimeSpan> _leads = [];
    private DateTimeOffset _wall = time.GetUtcNow();
    private long _ticks = time.GetTimestamp();

    /// <summary>Gives the lead the desk last found an incident to have; nothing when it has none, or ended. Safe from any thread.</summary>
    public TimeSpan KnownLeadOf(string id) => _leads.GetValueOrDefault(id);

    /// <summary>Gives how far an incident's time is ahead of the clock; nearly always nothing.</summary>
    public TimeSpan LeadOf(Incident incident, DateTimeOffset now)
    {
        var last = incident.Steps is [.., var step] && step.TakenAt > incident.OpenedAt ? step.TakenAt : incident.OpenedAt;
        var lead = _leads.GetValueOrDefault(incident.Id);
        if (last > now + lead + Noticed)
        {
            _leads[incident.Id] = lead = last - now;
        }

        return lead;
    }

    /// <summary>Looks whether the machine's clock was set since the last look, and takes the jump over: no incident's time jumps back with it, and one that was ahead is caught up with.</summary>
    /// <remarks>To be called before anything is asked of an incident's time: a jump that <see cref="LeadOf"/> meets first would be counted twice.</remarks>
    /// <param name="live">All live incidents.</param>
    /// <returns>The present by the machine's clock, and whether it was set.</returns>
    public (DateTimeOffset Now, bool WasSet) TakeOver(IEnumerable<Incident> live)
    {
        var (wall, ticks) = (time.GetUtcNow(), time.GetTimestamp());
        var jump = wall - _wall - time.GetElapsedTime(_ticks, ticks);
        (_wall, _ticks) = (wall, ticks);
        if (jump.Duration() <= Noticed)
        {
            return (wall, WasSet: false);
        }

        foreach (var incident in live)
        {
            var lead = _leads.GetValueOrDefault(incident.Id) - jump;
            if (lead > TimeSpan.Zero)
            {
                _leads[incident.Id] = lead;
            }
            else
            {
                _leads.TryRemove(incident.Id, out _);
            }
        }

        return (wall, WasSet: true);
    }

    /// <summary>Forgets an incident that ended.</summary>
    public void Forget(string id) => _leads.TryRemove(id, out _);
}
