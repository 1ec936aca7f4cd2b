using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The time of each incident, which never goes back: when the machine's clock is set back, what repeats goes on repeating and what is due stays due. Not thread-safe: the desk's lock guards it.</summary>
/// <remarks>An incident whose last step was taken, or which was opened, in the future of the clock keeps that lead for the rest of its life; a restart finds the lead again from the same record.</remarks>
internal sealed class IncidentTime
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, TimeSpan> _leads = [];

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

    /// <summary>Takes over a jump of the clock that was seen: no incident's time jumps back with it, and one that was ahead is caught up with.</summary>
    /// <param name="jump">How far it went; negative = back.</param>
    /// <param name="live">All live incidents.</param>
    public void ClockSet(TimeSpan jump, IEnumerable<Incident> live)
    {
        foreach (var incident in live)
        {
            var lead = _leads.GetValueOrDefault(incident.Id) - jump;
            if (lead > TimeSpan.Zero)
            {
                _leads[incident.Id] = lead;
            }
            else
            {
                _leads.Remove(incident.Id);
            }
        }
    }

    /// <summary>Forgets an incident that ended.</summary>
    public void Forget(string id) => _leads.Remove(id);
}
