using OpinionWatch.Model;

namespace OpinionWatch.Worker.Drill;

/// <summary>A drill under way. Safe from any thread.</summary>
internal sealed class DrillRun(string id, Contact contact, string by, TimeProvider time)
{
    private readonly Lock _gate = new();
    private DrillReport _report = new() { Id = id, To = contact.Id, By = by };

    /// <summary>Name of the drill and of its incident.</summary>
    public string Id => id;

    /// <summary>Id of the contact.</summary>
    public string To => contact.Id;

    /// <summary>The person it goes to.</summary>
    public Contact Contact => contact;

    /// <summary>Why the canary is lost already; null while it is not.</summary>
    public string? LostWhy { get; private set; }

    /// <summary>What is known of it now.</summary>
    public DrillReport Report
    {
        get
        {
            lock (_gate)
            {
                return _report;
            }
        }
    }

    /// <summary>The canary passed a stage; only the first time counts.</summary>
    public void Note(string stage, DateTimeOffset? at = null, Level? detail = null)
    {
        lock (_gate)
        {
            if (_report.Stages.Any(known => known.Name == stage))
            {
                return;
            }

            var when = at ?? time.GetUtcNow();
            var published = _report.PublishedAt ?? when;
            _report = _report with
            {
                PublishedAt = published,
                Level = detail ?? _report.Level,
                Stages = [.. _report.Stages, new DrillStage(stage, when, Math.Round((when - published).TotalSeconds, 2))],
            };
        }
    }

    /// <summary>The canary can go no further.</summary>
    public void Lose(string why)
    {
        lock (_gate)
        {
            LostWhy ??= why;
        }
    }

    /// <summary>It is over.</summary>
    public DrillReport End(DrillState state, string? why)
    {
        lock (_gate)
        {
            return _report = _report with { State = state, Why = why };
        }
    }
}
