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
    public void Undoing_a_merge_leaves_the_incident_awake_for_what_is_graver()
    {
        var general = Incident(Level.General, "one", "a");
        var merged = Fold(general, IncidentSurgery.Merge(general, _other, "张科", Policy, Now), "one");
        var ended = Fold(_other, IncidentSurgery.Merge(general, _other, "张科", Policy, Now), "other");
        var undone = Fold(merged, IncidentSurgery.Unmerge(ended, merged, "张科", "并错了", Policy, Now.AddMinutes(1)), "one");

        Assert.That(undone.Level, Is.EqualTo(Level.General));
        Assert.That(undone.LevelHistory[^1].By, Is.EqualTo(IncidentChange.System), "nobody set this level by hand");
        Assert.That(IncidentSurgery.LevelsOf(undone), Is.All.EqualTo(Level.General), "it never was critical in earnest");
        Assert.That(undone.Audit.Where(entry => entry.By == "张科").Select(entry => entry.Act), Does.Contain("parted"), "who undid it stands in the trail");
    }

    [Test]
    public void A_critical_matter_nobody_took_over_is_not_silenced_by_merging_it_into_an_acknowledged_one()
    {
        var acknowledged = Incident(Level.General, "one", "a") with { State = IncidentState.Acknowledged, AcknowledgedAt = Now, AcknowledgedBy = "李科" };

        var merged = Fold(acknowledged, IncidentSurgery.Merge(acknowledged, _other, "张科", Policy, Now), "one");
        var known = Fold(acknowledged, IncidentSurgery.Merge(acknowledged, _other with { AcknowledgedAt = Now }, "张科", Policy, Now), "one");

        Assert.That(merged, Has.Property("Level").EqualTo(Level.Critical).And.Property("AcknowledgedAt").Null.And.Property("State").EqualTo(IncidentState.Open));
        Assert.That(known.AcknowledgedAt, Is.Not.Null, "both had been taken over");
    }

    [Test]
    public void A_merge_is_not_undone_when_its_documents_were_split_off_since()
    {
        var merged = Fold(_one, IncidentSurgery.Merge(_one, _other, "张科", Policy, Now), "one");
        var ended = Fold(_other, IncidentSurgery.Merge(_one, _other, "张科", Policy, Now), "other");
        var without = Fold(merged, IncidentSurgery.Split(merged, ["d"], "张科", Policy, Now, () => "new"), "one");
        var only = Fold(merged, IncidentSurgery.Split(merged, ["a", "b", "c"], "张科", Policy, Now, () => "new"), "one");

        Assert.That(IncidentSurgery.Unmerge(ended, without, "张科", "误", Policy, Now), Is.InstanceOf<ActOutcome.Refused>());
        Assert.That(IncidentSurgery.Unmerge(ended, only, "张科", "误", Policy, Now), Is.InstanceOf<ActOutcome.Refused>());
    }

    [Test]
    public void What_was_never_merged_or_went_into_an_ended_incident_is_not_parted_again()
    {
        Assert.That(IncidentSurgery.Unmerge(_other, _one, "张科", "误", Policy, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("未曾合并"));
        Assert.That(
            IncidentSurgery.Unmerge(_other with { State = IncidentState.Dismissed, MergedInto = "one" }, _one with { State = IncidentState.Closed }, "张科", "误", Policy, Now),
            Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("已结束"));
    }

    private static Incident Fold(Incident before, ActOutcome outcome, string id) =>
        ((ActOutcome.Done)outcome).Changes.Where(change => change.IncidentId == id).Aggregate(before, IncidentFold.Apply);

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
