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

    [Test]
    public void An_undone_merge_gives_back_documents_state_and_level()
    {
        var acknowledged = _other with { State = IncidentState.Acknowledged, AcknowledgedAt = Now, AcknowledgedBy = "李科" };
        var book = Book(IncidentSurgery.Merge(_one, acknowledged, "张科", Policy, Now), acknowledged);

        var outcome = IncidentSurgery.Unmerge(book.Find("other")!, book.Find("one")!, "张科", "并错了", Policy, Now.AddMinutes(1));
        Apply(book, outcome);

        Assert.That(book.Find("one")!.Documents.Select(document => document.Id), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(book.Find("one")!.Level, Is.EqualTo(Level.Major));
        Assert.That(book.Find("other"), Has.Property("State").EqualTo(IncidentState.Acknowledged).And.Property("MergedInto").Null);
        Assert.That(book.FindByDocument("d")!.Id, Is.EqualTo("other"));
        Assert.That(book.Find("one")!.Audit[^1].Act, Is.EqualTo("lowered"));
    }

    [Test]
    public void An_incident_brought_back_by_undoing_its_merge_does_not_drop_out_after_a_month()
    {
        var book = Book(IncidentSurgery.Merge(_one, _other, "张科", Policy, Now));
        Apply(book, IncidentSurgery.Unmerge(book.Find("other")!, book.Find("one")!, "张科", "并错了", Policy, Now));

        book.Trim(Now.AddDays(40));

        Assert.That(book.Find("other"), Is.Not.Null);
    }

    [Test]
    public void What_was_never_merged_or_went_into_an_ended_incident_is_not_parted_again()
    {
        Assert.That(IncidentSurgery.Unmerge(_other, _one, "张科", "误", Policy, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("未曾合并"));
        Assert.That(
            IncidentSurgery.Unmerge(_other with { State = IncidentState.Dismissed, MergedInto = "one" }, _one with { State = IncidentState.Closed }, "张科", "误", Policy, Now),
            Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("已结束"));
    }

    private IncidentBook Book(ActOutcome outcome, Incident? other = null)
    {
        var book = new IncidentBook();
        book.Load([_one, other ?? _other]);
        Apply(book, outcome);
        return book;
    }

    private static void Apply(IncidentBook book, ActOutcome outcome)
    {
        Assert.That(outcome, Is.InstanceOf<ActOutcome.Done>());
        foreach (var change in ((ActOutcome.Done)outcome).Changes)
        {
            book.Apply(change);
        }
    }
}
