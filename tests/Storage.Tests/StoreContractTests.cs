using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Crawling.Evidence;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Incidents;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Tests;

/// <summary>What every store must do, whatever it is built on.</summary>
public abstract class StoreContractTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The ports of one open store.</summary>
    protected sealed record Ports(IFrontierStore Frontier, ICoverageStore Coverage, IHostStore Hosts, IEvidenceArchive Evidence, IIncidentStore Incidents, IOutbox Outbox, IAuditLog Audit);

    /// <summary>The store under test.</summary>
    protected abstract Ports Store { get; }

    /// <summary>Closes the store and opens it again, as a new process would.</summary>
    protected abstract Task ReopenAsync();

    [Test]
    public async Task What_was_kept_is_read_at_once_and_after_a_restart()
    {
        await Store.Outbox.KeepAsync(Samples.Opened("i1"), None);

        await AssertKeptAsync();
        await ReopenAsync();
        await AssertKeptAsync();
    }

    [Test]
    public async Task What_is_known_of_hosts_survives_a_restart_and_what_says_nothing_is_gone()
    {
        var robots = new StoredRobots("OpinionWatch", Samples.Now, [new RobotsRule(Allow: false, "/secret")], TimeSpan.FromSeconds(20));
        await Store.Hosts.SaveHostsAsync([new HostMemory { Key = "http://a.test", Robots = robots }, new HostMemory { Key = "a.test:80", HeldUntil = Samples.Now }, new HostMemory { Key = "b.test:80", HeldUntil = Samples.Now }], None);

        await Store.Hosts.SaveHostsAsync([new HostMemory { Key = "a.test:80" }], None);
        await ReopenAsync();

        var hosts = await Store.Hosts.ListHostsAsync(None);
        Assert.That(hosts.Select(host => host.Key), Is.EquivalentTo(["http://a.test", "b.test:80"]));
        var kept = hosts.Single(host => host.Robots is not null).Robots!;
        Assert.That((kept.Token, kept.AskedAt, kept.CrawlDelay), Is.EqualTo((robots.Token, robots.AskedAt, robots.CrawlDelay)));
        Assert.That(kept.Rules, Is.EqualTo(robots.Rules));
    }

    [Test]
    public async Task Changes_fold_into_one_incident_and_survive_a_restart()
    {
        await Store.Outbox.KeepAsync(Samples.Opened("i1"), None);
        for (var i = 1; i <= 200; i++)
        {
            await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [Samples.Join("i1", $"d{i}")] }, None);
        }

        await ReopenAsync();
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [Samples.Join("i1", "last")] }, None);

        var incident = await Store.Incidents.FindIncidentAsync("i1", None);
        string[] expected = ["i1-0", .. Enumerable.Range(1, 200).Select(i => $"d{i}"), "last"];
        Assert.That(incident!.Documents.Select(d => d.Id), Is.EqualTo(expected));
        Assert.That(incident.Revision, Is.EqualTo(202));
    }

    [Test]
    public async Task Documents_that_left_an_incident_are_gone_after_a_restart()
    {
        await Store.Outbox.KeepAsync(Samples.Opened("i1"), None);
        var documents = Enumerable.Range(1, 150).Select(i => Samples.Part($"d{i}")).ToList();
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [new IncidentChange.Absorbed("i0", documents) { IncidentId = "i1", At = Samples.Now }] }, None);
        await ReopenAsync();
        var gone = documents.Skip(1).Select(d => d.Id).ToList();

        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [new IncidentChange.Parted("i2", gone) { IncidentId = "i1", At = Samples.Now }] }, None);
        await ReopenAsync();

        var incident = await Store.Incidents.FindIncidentAsync("i1", None);
        Assert.That(incident!.Documents.Select(d => d.Id), Is.EqualTo(new[] { "i1-0", "d1" }));
    }

    [Test]
    public async Task A_change_of_an_incident_never_opened_is_refused_whole_and_the_next_one_is_kept()
    {
        var stray = new Kept { At = Samples.Now, Changes = [Samples.Open("i1"), Samples.Join("nobody", "d")], Alerts = [Samples.Alert("a")] };

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.Outbox.KeepAsync(stray, None));
        await Store.Outbox.KeepAsync(Samples.Opened("i2"), None);

        Assert.That(await Store.Incidents.FindIncidentAsync("i1", None), Is.Null);
        Assert.That((await Store.Outbox.ListDueAsync(Samples.Now, 10, None)).Select(d => d.Alert.Id), Is.EqualTo(new[] { "i2-a" }));
    }

    [Test]
    public async Task Deliveries_are_due_by_level_then_by_time_and_not_before_their_time()
    {
        Alert[] alerts =
        [
            Samples.Alert("general", level: Level.General),
            Samples.Alert("major-late", dueAt: Samples.Now.AddMinutes(-1)),
            Samples.Alert("major-early", dueAt: Samples.Now.AddMinutes(-2)),
            Samples.Alert("critical", level: Level.Critical),
            Samples.Alert("tomorrow", level: Level.Critical, dueAt: Samples.Now.AddDays(1)),
        ];
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = alerts }, None);

        var due = await Store.Outbox.ListDueAsync(Samples.Now, 3, None);

        Assert.That(due.Select(d => d.Alert.Id), Is.EqualTo(new[] { "critical", "major-early", "major-late" }));
    }

    [Test]
    public async Task An_alert_kept_twice_stays_what_became_of_it()
    {
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a")] }, None);
        await Store.Outbox.RecordAsync([Samples.Outcome("a", DeliveryState.Sent)], None);

        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a")] }, None);
        await ReopenAsync();

        Assert.That(await Store.Outbox.ListDueAsync(DateTimeOffset.MaxValue, 10, None), Is.Empty);
        Assert.That((await Store.Outbox.ListDeliveriesAsync("i1", None)).Single().State, Is.EqualTo(DeliveryState.Sent));
    }

    [Test]
    public async Task A_receipt_reaches_a_delivery_sent_before_the_restart()
    {
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a")] }, None);
        await Store.Outbox.RecordAsync([Samples.Outcome("a", DeliveryState.Sent)], None);
        await ReopenAsync();

        await Store.Outbox.RecordAsync([Samples.Outcome("a", DeliveryState.Delivered)], None);

        Assert.That((await Store.Outbox.ListDeliveriesAsync("i1", None)).Single().State, Is.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task What_was_being_sent_when_the_process_died_is_due_again_under_the_same_message_id()
    {
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a")] }, None);
        await Store.Outbox.RecordAsync([Samples.Outcome("a", DeliveryState.Sending) with { MessageId = "bundle@example.cn" }], None);

        await ReopenAsync();

        var due = await Store.Outbox.ListDueAsync(Samples.Now, 10, None);
        Assert.That(due.Single().MessageId, Is.EqualTo("bundle@example.cn"));
    }

    [Test]
    public async Task Troubled_are_dead_letters_and_what_failed_and_waits()
    {
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a"), Samples.Alert("b"), Samples.Alert("c")] }, None);
        await Store.Outbox.RecordAsync([Samples.Outcome("a", DeliveryState.Failed, Samples.Now.AddMinutes(5)), Samples.Outcome("b", DeliveryState.Dead)], None);

        Assert.That((await Store.Outbox.ListTroubledAsync(None)).Select(d => d.Alert.Id), Is.EqualTo(new[] { "a", "b" }));
        await ReopenAsync();
        Assert.That((await Store.Outbox.ListTroubledAsync(None)).Select(d => d.Alert.Id), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task Messages_handed_over_are_counted_per_person_and_a_bundle_once()
    {
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Alerts = [Samples.Alert("a"), Samples.Alert("b"), Samples.Alert("c"), Samples.Alert("d", contact: "office")] }, None);
        await Store.Outbox.RecordAsync(
            [
                Samples.Outcome("a", DeliveryState.Sent) with { MessageId = "bundle" },
                Samples.Outcome("b", DeliveryState.Sent) with { MessageId = "bundle" },
                Samples.Outcome("c", DeliveryState.Sent) with { At = Samples.Now.AddMinutes(-30) },
                Samples.Outcome("d", DeliveryState.Sent),
            ],
            None);
        await ReopenAsync();

        var sent = await Store.Outbox.ListSentAsync("officer", Samples.Now.AddMinutes(-10), None);

        Assert.That(sent, Is.EqualTo(new[] { Samples.Now.AddMinutes(1) }));
    }

    [Test]
    public async Task Closed_incidents_are_listed_only_after_the_instant_asked_for_but_always_found()
    {
        await Store.Outbox.KeepAsync(Samples.Opened("i1"), None);
        await Store.Outbox.KeepAsync(Samples.Opened("i2"), None);
        await Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [new IncidentChange.Closed("已整改") { IncidentId = "i1", At = Samples.Now }] }, None);
        await ReopenAsync();

        Assert.That((await Store.Incidents.ListIncidentsAsync(Samples.Now, None)).Select(i => i.Id), Is.EqualTo(new[] { "i2" }));
        Assert.That((await Store.Incidents.ListIncidentsAsync(Samples.Now.AddTicks(-1), None)).Select(i => i.Id), Is.EqualTo(new[] { "i1", "i2" }));
        Assert.That((await Store.Incidents.FindIncidentAsync("i1", None))!.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public async Task Documents_are_listed_by_the_time_they_were_kept_across_months()
    {
        DateTimeOffset[] times = [Samples.Now.AddMonths(-1), Samples.Now.AddDays(-1), Samples.Now, Samples.Now.AddMonths(2)];
        foreach (var at in times)
        {
            await Store.Outbox.KeepAsync(new Kept { At = at, Document = Samples.Document($"d{at:yyyyMMdd}") }, None);
        }

        await ReopenAsync();

        var all = await Store.Incidents.ListDocumentsAsync(times[0], times[3], 10, None);
        var two = await Store.Incidents.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 2, None);
        Assert.That(all.Select(d => d.Document.Id), Is.EqualTo(new[] { "d20261024", "d20261123", "d20261124" }));
        Assert.That(two.Select(d => d.Document.Id), Is.EqualTo(new[] { "d20261024", "d20261123" }));
    }

    [Test]
    public async Task The_last_entry_of_an_act_is_found()
    {
        await Store.Audit.WriteAsync(new AuditEntry(Samples.Now, "system", "digest", "first"), None);
        await Store.Audit.WriteAsync(new AuditEntry(Samples.Now, "system", "digest", "second"), None);
        await ReopenAsync();

        Assert.That((await Store.Audit.FindLastAsync("digest", None))!.Why, Is.EqualTo("second"));
        Assert.That(await Store.Audit.FindLastAsync("other", None), Is.Null);
    }

    [Test]
    public async Task The_frontier_keeps_entries_marks_and_hours()
    {
        var hour = new SourceHour { Source = "s", Hour = Samples.Now, Seen = 1 };
        await Store.Frontier.SaveAsync(new FrontierChange { Put = [Samples.Entry("http://a.cn/1"), Samples.Entry("http://a.cn/2")], Seen = [new SeenMark("http://a.cn/1", 7)] }, None);
        await Store.Frontier.SaveAsync(new FrontierChange { Remove = ["http://a.cn/1", "http://a.cn/never"], Put = [Samples.Entry("http://a.cn/2") with { ETag = "\"x\"" }] }, None);
        await Store.Coverage.SaveHoursAsync([hour, hour with { Source = "a" }], None);
        await Store.Coverage.SaveHoursAsync([hour with { Seen = 5 }, hour with { Hour = Samples.Now.AddHours(1) }], None);
        await ReopenAsync();

        Assert.That(await Store.Frontier.ListEntriesAsync(None), Is.EqualTo(new[] { Samples.Entry("http://a.cn/2") with { ETag = "\"x\"" } }));
        Assert.That(await Store.Frontier.FindMarksAsync(["http://a.cn/1", "http://a.cn/2", "HTTP://A.CN/1"], None), Is.EqualTo(new Dictionary<string, long> { ["http://a.cn/1"] = 7 }));
        Assert.That(
            await Store.Coverage.ListHoursAsync(Samples.Now, Samples.Now.AddHours(1), None),
            Is.EqualTo(new[] { hour with { Source = "a" }, hour with { Seen = 5 } }));
    }

    [Test]
    public async Task Calls_are_written_in_the_order_they_were_made()
    {
        await Store.Outbox.KeepAsync(Samples.Opened("i1"), None);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Store.Outbox.KeepAsync(new Kept { At = Samples.Now, Changes = [Samples.Join("i1", $"d{i}")] }, None)));

        var incident = await Store.Incidents.FindIncidentAsync("i1", None);
        Assert.That(incident!.Documents.Skip(1).Select(d => d.Id), Is.EqualTo(Enumerable.Range(0, 500).Select(i => $"d{i}")));
    }

    private async Task AssertKeptAsync()
    {
        var incident = await Store.Incidents.FindIncidentAsync("i1", None);
        var due = await Store.Outbox.ListDueAsync(Samples.Now, 10, None);
        var documents = await Store.Incidents.ListDocumentsAsync(Samples.Now, Samples.Now.AddTicks(1), 10, None);
        Assert.That(incident, Has.Property(nameof(Incident.Title)).EqualTo("某村民反映山体裂缝"));
        Assert.That((await Store.Incidents.ListIncidentsAsync(Samples.Now, None)).Single().Revision, Is.EqualTo(1));
        Assert.That(due.Single().Alert, Is.EqualTo(Samples.Alert("i1-a")));
        Assert.That((await Store.Outbox.ListDeliveriesAsync("i1", None)).Single(), Is.EqualTo(due.Single()));
        Assert.That(documents.Single().Document.Id, Is.EqualTo("i1-0"));
    }
}
