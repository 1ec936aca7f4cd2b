using System.Text.Json;

namespace OpinionWatch.Model.Tests;

public sealed class IncidentFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 1, 0, 0, TimeSpan.Zero);
    private readonly Incident _opened = IncidentFold.Apply(null, Opened());

    [Test]
    public void Opening_counts_as_the_first_revision_and_is_audited()
    {
        Assert.That(_opened.Revision, Is.EqualTo(1));
        Assert.That(_opened.Audit.Select(entry => entry.Act), Is.EqualTo(new[] { "opened" }));
    }

    [Test]
    public void A_change_of_an_incident_never_opened_means_a_broken_journal()
    {
        Assert.Throws<InvalidOperationException>(() => IncidentFold.Apply(null, new IncidentChange.Dismissed { IncidentId = "x", At = Now }));
    }

    [Test]
    public void A_document_joined_twice_is_there_once()
    {
        var joined = new IncidentChange.Joined(Document("b")) { IncidentId = "i", At = Now };

        var after = IncidentFold.Apply(IncidentFold.Apply(_opened, joined), joined);

        Assert.That(after.Documents.Select(document => document.Id), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(after.Revision, Is.EqualTo(3));
    }

    [Test]
    public void What_became_of_a_document_where_it_was_published_is_audited_and_changes_nothing_else()
    {
        IncidentChange change = new IncidentChange.SourceChanged("a", SourceChange.Removed, "2026-03.warc.gz:1") { IncidentId = "i", At = Now, Why = "页面已不存在（状态 404）" };

        var after = IncidentFold.Apply(_opened, JsonSerializer.Deserialize<IncidentChange>(JsonSerializer.Serialize(change, ContractJson.Options), ContractJson.Options)!);

        Assert.That(after.Audit[^1], Is.EqualTo(new AuditEntry(Now, "system", "sourceRemoved", "页面已不存在（状态 404）") { Document = "a" }));
        Assert.That(after.Documents, Is.EqualTo(_opened.Documents));
    }

    [Test]
    public void Ten_thousand_documents_absorbed_are_each_there_once()
    {
        var many = Enumerable.Range(0, 10_000).Select(i => Document($"d{i}")).Append(Document("a")).ToList();

        var after = IncidentFold.Apply(_opened, new IncidentChange.Absorbed("other", many) { IncidentId = "i", At = Now });

        Assert.That(after.Documents, Has.Count.EqualTo(10_001));
    }

    [Test]
    public void The_earliest_publication_is_the_first()
    {
        var after = IncidentFold.Apply(_opened, new IncidentChange.Joined(Document("b") with { PublishedAt = Now.AddDays(-2) }) { IncidentId = "i", At = Now });

        Assert.That(after.FirstPublishedAt, Is.EqualTo(Now.AddDays(-2)));
    }

    [Test]
    public void An_acknowledged_incident_keeps_who_was_first_and_a_later_state()
    {
        var handling = _opened with { State = IncidentState.Handling, AcknowledgedAt = Now, AcknowledgedBy = "甲" };

        var after = IncidentFold.Apply(handling, new IncidentChange.Acknowledged { IncidentId = "i", At = Now.AddHours(1), By = "乙" });

        Assert.That(after, Has.Property("State").EqualTo(IncidentState.Handling).And.Property("AcknowledgedBy").EqualTo("甲"));
    }

    [TestCase(30, ClockState.Met)]
    [TestCase(60, ClockState.Met)]
    [TestCase(61, ClockState.Missed)]
    public void A_report_meets_the_clock_up_to_its_instant(int minutes, ClockState state)
    {
        var report = new UpwardReport("市委总值班室", "甲", Now.AddMinutes(minutes), null);

        var after = IncidentFold.Apply(_opened, new IncidentChange.Reported(report) { IncidentId = "i", At = Now });

        Assert.That(after.Clocks.Single(), Is.EqualTo(new Clock("report", Now.AddHours(1), report.At, state)));
    }

    [Test]
    public void A_second_report_leaves_the_clock_as_the_first_set_it()
    {
        var change = new IncidentChange.Reported(new UpwardReport("甲", "乙", Now.AddMinutes(5), null)) { IncidentId = "i", At = Now };

        var after = IncidentFold.Apply(IncidentFold.Apply(_opened, change), change with { Report = change.Report with { At = Now.AddHours(9) } });

        Assert.That(after.Clocks.Single().MetAt, Is.EqualTo(Now.AddMinutes(5)));
        Assert.That(after.Reports, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_level_set_is_in_the_history_with_its_clocks()
    {
        var after = IncidentFold.Apply(_opened, new IncidentChange.LevelSet(Level.Watch, [], null) { IncidentId = "i", At = Now.AddHours(1), By = "甲", Why = "误判" });

        Assert.That(after.LevelSince, Is.EqualTo(Now.AddHours(1)));
        Assert.That(after.LevelHistory[^1], Is.EqualTo(new LevelChange(Now.AddHours(1), Level.Watch, "甲", "误判")));
        Assert.That(after.Clocks, Is.Empty);
        Assert.That(after.Audit[^1].Act, Is.EqualTo("lowered"));
    }

    [Test]
    public void Parted_documents_are_gone_and_the_rest_stays()
    {
        var two = IncidentFold.Apply(_opened, new IncidentChange.Joined(Document("b")) { IncidentId = "i", At = Now });

        var after = IncidentFold.Apply(two, new IncidentChange.Parted("j", ["a"]) { IncidentId = "i", At = Now });

        Assert.That(after.Documents.Select(document => document.Id), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Every_change_survives_the_journal()
    {
        IncidentChange[] changes =
        [
            Opened(),
            new IncidentChange.Joined(Document("b")) { IncidentId = "i", At = Now, Topics = ["征地"] },
            new IncidentChange.SourceChanged("b", SourceChange.Edited, null) { IncidentId = "i", At = Now, Why = "新增：乙" },
            new IncidentChange.StepDone(new StepTaken("critical/after-0", 0, Now, Now)) { IncidentId = "i", At = Now },
            new IncidentChange.Acknowledged { IncidentId = "i", At = Now, By = "甲", Why = "来了" },
            new IncidentChange.Reported(new UpwardReport("省厅", "甲", Now, "1号")) { IncidentId = "i", At = Now },
            new IncidentChange.LevelSet(Level.Critical, [new Clock("report", Now, null, ClockState.Running)], null) { IncidentId = "i", At = Now },
            new IncidentChange.ClockMoved(new Clock("report", Now, null, ClockState.Missed)) { IncidentId = "i", At = Now },
            new IncidentChange.Absorbed("k", [Document("c")]) { IncidentId = "i", At = Now },
            new IncidentChange.Parted("j", ["a"]) { IncidentId = "i", At = Now },
            new IncidentChange.Assessed(new Assessment(OpinionKind.Hardship, "补偿款未到户", "甲", Now)) { IncidentId = "i", At = Now, By = "甲" },
            new IncidentChange.Assigned(new Assignment("征地拆迁处", "丁", ["戊"], "甲", Now)) { IncidentId = "i", At = Now, By = "甲" },
            new IncidentChange.HandlingBegun { IncidentId = "i", At = Now, By = "丁" },
            new IncidentChange.Drafted(new PublicText { Kind = PublicTextKind.Statement, Version = 1, Text = "经核查", DraftedBy = "戊", DraftedAt = Now }) { IncidentId = "i", At = Now, By = "戊" },
            new IncidentChange.Approved(PublicTextKind.Statement, 1) { IncidentId = "i", At = Now, By = "丁" },
            new IncidentChange.Published(PublicTextKind.Statement, 1, Now, "https://example.cn/1") { IncidentId = "i", At = Now, By = "甲" },
            new IncidentChange.Closed("已办") { IncidentId = "i", At = Now },
            new IncidentChange.Dismissed { IncidentId = "i", At = Now },
            new IncidentChange.Merged("k") { IncidentId = "i", At = Now },
            new IncidentChange.Restored("k") { IncidentId = "i", At = Now, By = "甲", Why = "并错了" },
        ];

        var read = changes.Select(change => JsonSerializer.Deserialize<IncidentChange>(JsonSerializer.Serialize(change, ContractJson.Options), ContractJson.Options)!);

        Assert.That(Written(read.Aggregate((Incident?)null, IncidentFold.Apply)), Is.EqualTo(Written(changes.Aggregate((Incident?)null, IncidentFold.Apply))));
        Assert.That(changes.Select(change => change.GetType()).Distinct().Count(), Is.EqualTo(typeof(IncidentChange).GetNestedTypes().Length));
    }

    private static string Written(Incident? incident) => JsonSerializer.Serialize(incident, ContractJson.Options);

    private static IncidentChange.Opened Opened() => new(new Incident
    {
        Id = "i",
        Level = Level.Major,
        LevelSince = Now,
        LevelHistory = [new LevelChange(Now, Level.Major, IncidentChange.System, "")],
        Title = "标题",
        OpenedAt = Now,
        Documents = [Document("a")],
        Clocks = [new Clock("report", Now.AddHours(1), null, ClockState.Running)],
    })
    { IncidentId = "i", At = Now };

    private static IncidentDocument Document(string id) => new() { Id = id, FirstSeenAt = Now, Terms = ["强拆"], Fingerprints = ["exact:1:00"] };
}
