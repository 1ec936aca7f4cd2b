using System.Diagnostics;
using OpinionWatch.Model;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>One article reprinted ten thousand times in ten minutes, with the shipped escalation policy.</summary>
public sealed class StormTests
{
    private const long MostJournalBytesEach = 6_000;

    [TestCase(1_000)]
    [TestCase(10_000, Explicit = true, Reason = "A minute and a half.")]
    public async Task Reprints_within_ten_minutes_are_one_incident_and_at_most_five_messages_a_person(int reprints)
    {
        await using var town = await Town.FoundAsync(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "config", "escalation.yaml")),
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "config", "contacts.yaml")));
        var ticks = (int)(TimeSpan.FromMinutes(10) / Town.Tick);
        var first = Stopwatch.StartNew();
        var whole = Stopwatch.StartNew();
        var firstAlert = TimeSpan.Zero;
        for (var tick = 0; tick < ticks; tick++)
        {
            for (var n = tick * reprints / ticks; n < (tick + 1) * reprints / ticks; n++)
            {
                var (document, analysis) = Matters.Reprint(n, town.Now);
                town.Publish(document, analysis);
            }

            await town.PassAsync(Town.Tick);
            firstAlert = firstAlert == TimeSpan.Zero && town.Messages.Count > 0 ? first.Elapsed : firstAlert;
        }

        var taken = whole.Elapsed;
        await town.PassAsync(TimeSpan.FromMinutes(1));

        var incident = (await town.Life.Desk.ListAsync(CancellationToken.None)).Single();
        var deliveries = await town.Life.Store.ListDeliveriesAsync(incident.Id, CancellationToken.None);
        var perPerson = deliveries.Where(d => d.SentAt <= Town.Start + TimeSpan.FromMinutes(10)).GroupBy(d => d.Alert.Contact).ToDictionary(g => g.Key, g => g.Select(d => d.MessageId).Distinct().Count());
        var journal = Directory.EnumerateFiles(Path.Combine(town.Data, "journal")).Sum(file => new FileInfo(file).Length);
        await TestContext.Out.WriteLineAsync($"{reprints} reprints: {taken.TotalSeconds:0.0} s, first message handed over after {firstAlert.TotalSeconds:0.00} s (first tick of {reprints / ticks} included), journal {journal / 1e6:0.0} MB, messages {string.Join(", ", perPerson)}");
        Assert.Multiple(() =>
        {
            Assert.That(incident.Documents, Has.Count.EqualTo(reprints));
            Assert.That(incident.Level, Is.EqualTo(Level.Critical), "fifteen sources within twelve hours");
            Assert.That(perPerson.Values, Has.All.LessThanOrEqualTo(5));
            Assert.That(perPerson.Keys, Is.EquivalentTo(new[] { "officer", "office", "director", "deputy" }));
            Assert.That(journal, Is.LessThan(reprints * MostJournalBytesEach));
            Assert.That(firstAlert, Is.LessThan(TimeSpan.FromSeconds(5)));
        });
        Assert.That(town.Life.Store.Health.Fault, Is.Null);
    }
}
