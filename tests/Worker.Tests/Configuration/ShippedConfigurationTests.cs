using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class ShippedConfigurationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "config");

    [Test]
    public void The_shipped_configuration_is_good_and_its_placeholders_are_warned_of()
    {
        var reading = ConfigurationReader.Read(Folder, null, _ => null);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Faults.Where(fault => fault.IsError), Is.Empty);
            Assert.That(reading.Faults.Where(fault => fault.Message.Contains("is not known", StringComparison.Ordinal)), Is.Empty, "categories");
            Assert.That(reading.Faults.Count(fault => fault.Message.Contains("placeholder", StringComparison.Ordinal)), Is.EqualTo(8));
            Assert.That(reading.Faults, Has.Some.Property(nameof(ConfigurationFault.Message)).Contain("OPINIONWATCH_API_TOKEN is not set"));
            Assert.That(reading.Configuration!.Alerts.Mail!.Pickup, Is.EqualTo(Path.Combine(Repository.Root, "data", "outgoing")));
            Assert.That(reading.Configuration.Crawling.Sources, Has.Count.GreaterThanOrEqualTo(12));
            Assert.That(reading.Configuration.Escalation.Steps.Keys, Is.EquivalentTo(new[] { Level.Critical, Level.Major, Level.General }));
        });
    }

    [Test]
    public void Every_shipped_site_is_marked_to_be_confirmed()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(Folder, "sites"), "*.yaml").SelectMany(File.ReadLines).Where(line => line.StartsWith("- id:", StringComparison.Ordinal)).ToList();

        Assert.That(lines, Is.Not.Empty.And.All.Contain("# 需由用户确认"));
    }

    [Test]
    public void Every_line_of_the_shipped_examples_that_is_commented_out_is_good_as_well()
    {
        using var folder = new ConfigFolder();
        foreach (var name in new[] { "contacts.yaml", "escalation.yaml" })
        {
            folder.Write(name, File.ReadAllText(Path.Combine(Folder, name)).Replace("    # - {", "    - {", StringComparison.Ordinal));
        }

        Assert.That(folder.Good().Escalation.Steps[Level.Critical], Has.Count.EqualTo(6));
    }

    [Test]
    public void The_shipped_duty_roster_is_good_also_with_its_examples_and_never_empty()
    {
        using var folder = new ConfigFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "holidays"));
        foreach (var name in new[] { "contacts.yaml", "duty.yaml", "holidays/2026.yaml" })
        {
            folder.Write(name, File.ReadAllText(Path.Combine(Folder, name)).Replace("# - {", "- {", StringComparison.Ordinal));
        }

        var book = folder.Good().Contacts;
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var holes = Enumerable.Range(0, 730 * 24).Select(hour => start.AddHours(hour)).Where(at => OnDuty.At(book, book.Duty.Rosters["onDuty"], at, _ => true).Count == 0);

        Assert.That(holes, Is.Empty);
        Assert.That(book.Duty.Quiet, Has.Count.EqualTo(2));
        Assert.That(book.Duty.Calendar.Holidays, Has.Count.EqualTo(3 + 9 + 3 + 5 + 3 + 3 + 7));
    }
}
