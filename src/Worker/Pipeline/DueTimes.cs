using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>When each incident has to be looked at next, by its own time. Not thread-safe: the desk's lock guards it.</summary>
internal sealed class DueTimes(ConfigurationInForce configuration, IncidentTime times)
{
    private static readonly TimeSpan NobodyPause = TimeSpan.FromMinutes(1);

    private readonly DueQueue _due = new();
    private bool _isStale;

    /// <summary>Gives the present by an incident's own time (<see cref="IncidentTime"/>).</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The present by the machine's clock.</param>
    public DateTimeOffset OwnOf(Incident incident, DateTimeOffset now) => now + times.LeadOf(incident, now);

    /// <summary>Takes the incident that is due longest; null when none is due.</summary>
    public string? TakeDue(DateTimeOffset now) => _due.TakeDue(now);

    /// <summary>Has an incident looked at again at an instant, whatever else is due.</summary>
    public void Again(string id, DateTimeOffset at) => _due.Set(id, at);

    /// <summary>Reckons when an incident is due next; one that ended, or is not known, never is.</summary>
    /// <param name="id">The incident's name.</param>
    /// <param name="incident">The incident; null when it is not known.</param>
    /// <param name="now">The present by the machine's clock.</param>
    /// <param name="swept">What was due was just taken: what still is reaches nobody, and is tried again when somebody may have mended the contacts.</param>
    public void Arm(string id, Incident? incident, DateTimeOffset now, bool swept = false)
    {
        if (incident is not { IsLive: true })
        {
            times.Forget(id);
            _due.Set(id, null);
            return;
        }

        var lead = times.LeadOf(incident, now);
        var next = EscalationClock.NextInstant(configuration.Current.Escalation, incident, now + lead) - lead;
        _due.Set(id, swept && next <= now ? now + NobodyPause : next);
    }

    /// <summary>Reckons anew for all live incidents.</summary>
    public void ArmAll(IEnumerable<Incident> live, DateTimeOffset now)
    {
        _due.Clear();
        foreach (var incident in live)
        {
            Arm(incident.Id, incident, now);
        }
    }

    /// <summary>Gives the present by the machine's clock; when that was set since the last look, everything is reckoned anew first.</summary>
    public DateTimeOffset Look(IEnumerable<Incident> live)
    {
        var (now, wasSet) = times.TakeOver(live);
        _isStale |= wasSet;
        if (_isStale)
        {
            ArmAll(live, now);
            _isStale = false;
        }

        return now;
    }
}
