using System.Diagnostics;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>How late a step is taken, on the real clock and disk, swept every half second as the service does.</summary>
[NonParallelizable]
public sealed class EscalationTimingTests
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    [TestCase(500, 50, Explicit = true, Reason = "A real clock; says nothing on a busy machine.")]
    [TestCase(10_000, 600, Explicit = true, Reason = "A minute.")]
    public async Task Each_step_is_taken_within_a_second_of_its_instant(int open, int due)
    {
        var time = TimeProvider.System;
        using var folder = new ConfigFolder().Complete().Write("escalation.yaml", ConfigFolder.Escalation("{ after: 1h, notify: [officer], by: [email] }"));
        var configuration = folder.Good();
        var data = Path.Combine(folder.Root, "data");
        var span = TimeSpan.FromSeconds(due / 20.0);
        await using (var before = await Life.BeginAsync(data, configuration, time))
        {
            // Opened an hour ago, or just now; the steps of the former fall due over the span, half of them in pairs at one instant.
            var start = time.GetUtcNow() + TimeSpan.FromSeconds(2 + (open / 500.0));
            var opened = Enumerable.Range(0, open).Select(n => n < due ? start + (span * (n / 2 * 2.0 / due)) - Wait : time.GetUtcNow());
            await Task.WhenAll(opened.Select((at, n) => OpenAsync(before, configuration.Escalation, n, at)));
        }

        await using var life = await Life.BeginAsync(data, configuration, time);
        var loaded = time.GetUtcNow();
        using var timer = new PeriodicTimer(SweepEvery, time);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < span + TimeSpan.FromSeconds(6 + (open / 500.0)); await timer.WaitForNextTickAsync())
        {
            await life.Desk.SweepAsync(CancellationToken.None);
        }

        var taken = (await life.Desk.ListAsync(CancellationToken.None)).SelectMany(incident => incident.Steps).Where(step => step.DueAt > loaded).ToList();
        var lags = taken.Select(step => step.TakenAt - step.DueAt).Order().ToList();
        Assert.That(lags, Has.Count.GreaterThan(due / 2), "most fell due while it ran");
        await TestContext.Out.WriteLineAsync($"{open} open incidents, {lags.Count} steps: p50 {lags[lags.Count / 2].TotalMilliseconds:0} ms, p95 {lags[lags.Count * 95 / 100].TotalMilliseconds:0} ms, max {lags[^1].TotalMilliseconds:0} ms behind their instants");
        Assert.That(lags[^1], Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    private static Task OpenAsync(Life life, EscalationPolicy policy, int n, DateTimeOffset at)
    {
        var incident = new Incident
        {
            Id = $"20261124-{n + 1:0000}",
            Level = Level.Critical,
            LevelSince = at,
            Title = $"事件{n}",
            OpenedAt = at,
            Documents = [new IncidentDocument { Id = $"d{n}", FirstSeenAt = at }],
            Clocks = [.. IncidentClocks.For(Level.Critical, policy, at + TimeSpan.FromHours(1), null)],
        };
        return life.Disk.KeepAsync(new Kept { At = at, Changes = [new IncidentChange.Opened(incident) { IncidentId = incident.Id, At = at }] }, CancellationToken.None);
    }
}
