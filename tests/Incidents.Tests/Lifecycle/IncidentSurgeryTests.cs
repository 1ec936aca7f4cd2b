using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class IncidentSurgeryTests
{
    private static readonly DateTimeOffset Now = Opened.AddMinutes(20);
    private readonly Incident _one = Incident(Level.Major, "one", "a", "b", "c");
    private readonly Incident _other = Incident(Level.Critical, "other", "d");

    [Test]
    public void A_merge_keeps_every_document_and_the_higher_level()
    {
        var book = Book(IncidentSurgery.Merge(_one, _other, "张科", Policy, Now));

        Assert.That(book.Find("one")!.Documents.Select(document => document.Id), Is.EqualTo(new[] { "a", "b", "c", "d" }));
        Assert.That(book.Find("one")!.Level, Is.EqualTo(Level.Critical));
        Assert.That(book.Find("other"), Has.Property("MergedInto").EqualTo("one").And.Property("IsLive").False);
    }

    [Test]
    public void A_merge_never_puts_a_deadline_off()
    {
        var later = _one with { OpenedAt = Opened.AddHours(3), Clocks = [new Clock("report", Opened.AddHours(5), null, ClockState.Running)] };
        var earlier = Incident(Level.Major, "other", "d");

        var merged = ((ActOutcome.Done)IncidentSurgery.Merge(later, earlier, "张科", Policy, Now)).Changes.Where(change => change.IncidentId == "one").Aggregate(later, IncidentFold.Apply);

        Assert.That(merged.Clocks.Single(clock => clock.Name == "report").DueAt, Is.EqualTo(Opened.AddHours(2)));
    }

    [Test]
    public void An_incident_is_not_merged_with_itself_nor_with_an_ended_one()
    {
        Assert.That(IncidentSurgery.Merge(_one, _one, "张科", Policy, Now), Is.InstanceOf<ActOutcome.Invalid>());
        Assert.That(IncidentSurgery.Merge(_one, _other with { State = IncidentState.Closed }, "张科", Policy, Now), Is.InstanceOf<ActOutcome.Refused>());
    }

    [Test]
    public void A_split_moves_documents_into_a_new_incident_with_clocks_of_its_own()
    {
        var book = Book(IncidentSurgery.Split(_one, ["b", "c"], "张科", Policy, Now, () => "new"));

        Assert.That(book.Find("one")!.Documents.Select(document => document.Id), Is.EqualTo(new[] { "a" }));
        Assert.That(book.Find("new")!.Documents.Select(document => document.Id), Is.EqualTo(new[] { "b", "c" }));
        Assert.That(book.Find("new")!.Clocks[0].DueAt, Is.EqualTo(Now.AddHours(2)));
    }

    [TestCase("a,b,c")]
    [TestCase("")]
    [TestCase("a,x")]
    public void A_split_needs_some_and_not_all_of_its_documents(string ids)
    {
        var outcome = IncidentSurgery.Split(_one, ids.Split(',', StringSplitOptions.RemoveEmptyEntries), "张科", Policy, Now, () => "new");

        Assert.That(outcome, Is.InstanceOf<ActOutcome.Invalid>());
    }

    private IncidentBook Book(ActOutcome outcome)
    {
        var book = new IncidentBook();
        book.Load([_one, _other]);
        foreach (var change in ((ActOutcome.Done)outcome).Changes)
        {
            book.Apply(change);
        }

        return book;
    }
}
