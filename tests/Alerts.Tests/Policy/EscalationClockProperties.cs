#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;
using static OpinionWatch.Alerts.Tests.Policy.Night;

namespace OpinionWatch.Alerts.Tests.Policy;

public sealed class EscalationClockProperties
{
    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Whatever_the_jumps_every_step_is_taken_exactly_once(PositiveInt[] jumps, byte[] steps)
    {
        var night = new Night { Policy = With(Level.Critical, [.. steps.Take(12).Select(Random)]) };
        double minute = 0;
        foreach (var jump in jumps)
        {
            night.At(minute += jump.Get);
        }

        night.At(minute + 100_000);

        var times = night.Told.Where(step => step.Occurrence == 0).GroupBy(step => step.Name).Select(group => group.Count());
        Assert.That(times, Has.All.EqualTo(1));
        Assert.That(night.Told.Select(step => step.Name).Distinct().Count(), Is.EqualTo(Math.Min(12, steps.Length)));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Something_is_due_exactly_when_the_next_instant_has_come(PositiveInt[] jumps, byte[] steps)
    {
        var night = new Night { Policy = With(Level.Critical, [.. steps.Take(12).Select(Random)]), Incident = Of(Level.Critical) with { Clocks = [] } };
        double minute = 0;
        foreach (var jump in jumps)
        {
            minute += jump.Get;
            var now = Opened.AddMinutes(minute);
            var next = EscalationClock.NextInstant(night.Policy, night.Incident, now);

            Assert.That(EscalationClock.Due(night.Policy, night.Incident, now), next <= now ? Is.Not.Empty : Is.Empty);
            night.At(minute);
            Assert.That(EscalationClock.NextInstant(night.Policy, night.Incident, now), Is.Null.Or.GreaterThan(now));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Swept_at_every_next_instant_nothing_is_ever_late(byte[] steps)
    {
        var night = new Night { Policy = With(Level.Critical, [.. steps.Take(8).Select(Random)]) };
        var now = Opened;
        for (var sweep = 0; sweep < 50; sweep++)
        {
            night.At((now - Opened).TotalMinutes);
            foreach (var clock in night.Incident.Clocks.Where(clock => clock.State == ClockState.Running && clock.DueAt <= now))
            {
                night.Happens(new IncidentChange.ClockMoved(clock with { State = ClockState.Missed }) { IncidentId = night.Incident.Id, At = now });
            }

            now = EscalationClock.NextInstant(night.Policy, night.Incident, now) ?? now;
        }

        Assert.That(night.Told.Select(step => step.Late), Has.None.True);
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void The_same_input_gives_the_same_steps(byte[] steps, PositiveInt minute)
    {
        var policy = With(Level.Critical, [.. steps.Take(12).Select(Random)]);
        var now = Opened.AddMinutes(minute.Get);

        var once = EscalationClock.Due(policy, Of(Level.Critical), now);

        Assert.That(EscalationClock.Due(policy, Of(Level.Critical), now), Is.EqualTo(once));
    }

    /// <summary>A step made of one byte: its kind, its span and whether it repeats.</summary>
    private static EscalationStep Random(byte seed, int index)
    {
        var step = (seed % 4) switch
        {
            0 => Before(seed, seed % 8 < 4 ? Clock.Report : Clock.Statement),
            1 => Missed(seed % 8 < 4 ? Clock.Report : Clock.Statement),
            _ => After(seed),
        };
        return step with { Key = $"critical/{index}", RepeatEvery = seed % 3 == 0 ? TimeSpan.FromMinutes((seed % 7) + 1) : null };
    }
}
