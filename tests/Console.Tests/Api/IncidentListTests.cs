using OpinionWatch.Console.Api;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Api;

public sealed class IncidentListTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Following_the_cursor_lists_every_incident_once_newest_first()
    {
        // Several are opened at one instant: the order among them must be firm too.
        var all = Enumerable.Range(0, 173).Select(n => Incident(n, Start.AddSeconds(n / 3), Level.General)).OrderByDescending(i => i.OpenedAt).ThenByDescending(i => i.Id, StringComparer.Ordinal).ToList();

        var listed = new List<string>();
        IncidentList.Position? after = null;
        string? next;
        do
        {
            (var items, next) = IncidentList.PageOf(all, null, null, null, after);
            listed.AddRange(items.Select(i => i.Id));
            Assert.That(next is null || IncidentList.Position.TryParse(next, out after), Is.True);
        }
        while (next is not null);

        Assert.That(listed, Is.EqualTo(all.Select(i => i.Id)));
    }

    [Test]
    public void State_level_and_instant_filter_together()
    {
        List<Incident> all =
        [
            Incident(3, Start.AddHours(3), Level.Critical),
            Incident(2, Start.AddHours(2), Level.Critical) with { State = IncidentState.Closed },
            Incident(1, Start.AddHours(1), Level.General),
            Incident(0, Start, Level.Critical),
        ];

        var (items, next) = IncidentList.PageOf(all, IncidentState.Open, Level.Critical, Start.AddMinutes(1), null);

        Assert.That(items.Select(i => i.Id), Is.EqualTo(new[] { "i0003" }));
        Assert.That(next, Is.Null);
    }

    [TestCase("")]
    [TestCase("not base64 !")]
    [TestCase("YWJj")]
    [TestCase("OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk6eA")]
    [TestCase("LTU6eA")]
    public void A_cursor_that_was_not_given_out_is_refused(string cursor)
    {
        Assert.That(IncidentList.Position.TryParse(cursor, out _), Is.False);
    }

    private static Incident Incident(int number, DateTimeOffset openedAt, Level level) =>
        new() { Id = $"i{number:0000}", Level = level, LevelSince = openedAt, OpenedAt = openedAt, Title = "测试" };
}
