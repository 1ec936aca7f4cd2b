using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Health;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Observability;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Pipeline;

/// <summary>The path of a post on the real store, with rules and a policy that stumble when told to.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PostPipelineTests
{
    private readonly StumblingRules _rules = new();
    private readonly StumblingPolicy<IReadOnlyList<EscalationStep>> _steps = new([]);
    private readonly StumblingPolicy<LevelRule> _levels = new(new LevelRule("", []));
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
    private string _data = "";
    private ConfigFolder _folder = null!;
    private EmbeddedStore _store = null!;
    private ServiceProvider _services = null!;

    private FailedRetry Retry => _services.GetRequiredService<FailedRetry>();

    private PostPipeline Pipeline => _services.GetRequiredService<PostPipeline>();

    [SetUp]
    public async Task Open()
    {
        _folder = new ConfigFolder().Complete();
        var configuration = _folder.Good();
        configuration = configuration with { Escalation = configuration.Escalation with { Steps = _steps, Levels = _levels } };
        _rules.Engine = RuleEngineFactory.Create(configuration);
        _data = Directory.CreateTempSubdirectory("opinionwatch-posts-").FullName;
        await StartAsync(configuration);
    }

    [TearDown]
    public async Task Close()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        _folder.Dispose();
    }

    [Test]
    public async Task A_document_the_rules_stumble_over_is_kept_as_evidence_and_stands_in_the_health_until_it_is_judged()
    {
        _rules.Stumbles = 1;

        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);
        var finding = (await FindingsAsync()).Single();
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);

        Assert.That(finding.Stops, Is.False);
        Assert.That(finding.Text, Does.Contain("1 篇").And.Contain("one").And.Contain("页面已存证").And.Not.Contain("two"));
        Assert.That(await IncidentsOfAsync("two"), Is.EqualTo(1), "the page's other documents were judged");
        Assert.That(await FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_page_that_is_read_anew_after_it_failed_stands_whole_in_the_ledger_and_a_later_try_does_not()
    {
        _rules.Stumbles = 2;
        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));

        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        await Retry.TryDueAsync(CancellationToken.None);

        Assert.That(LedgerRow().Counts, Does.ContainKey(LedgerNames.Kept).WithValue(1));
        Assert.That(await IncidentsOfAsync("two"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_document_that_failed_is_watched_where_it_was_published_for_it_may_yet_be_judged()
    {
        _rules.Stumbles = 1;

        var reception = await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);

        Assert.That(reception.Matched, Is.EqualTo(new[] { "one" }));
    }

    [Test]
    public async Task A_decision_the_desk_stumbles_over_blocks_no_document_behind_it()
    {
        _steps.Stumbles = 1;

        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);

        Assert.That(await IncidentsOfAsync("two"), Is.EqualTo(1));
        Assert.That((await FindingsAsync()).Single().Text, Does.Contain("one"));
        Assert.That(LedgerRow().Counts, Does.ContainKey(LedgerNames.Of(DocumentOutcome.Failed)).WithValue(1));
    }

    [TestCase(Level.Critical, 1)]
    [TestCase(Level.Major, 1)]
    [TestCase(Level.General, 0)]
    public async Task What_is_grave_is_told_though_the_comparison_with_what_is_known_stumbles(Level level, int incidents)
    {
        _levels.Stumbles = 1;

        var outcome = await DecideAsync("one", level);
        var again = await DecideAsync("one", level);

        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));
        Assert.That((outcome, again), Is.EqualTo(incidents == 1 ? (DocumentOutcome.Opened, DocumentOutcome.Known) : ((DocumentOutcome?)null, DocumentOutcome.Opened)));
    }

    [Test]
    public async Task The_page_of_a_text_without_a_level_is_kept_when_it_joins_and_only_then()
    {
        const string Told = "几十个人开着挖机进村强拆民房，老人坐在田埂上哭了一夜，打电话没有人来管，补偿协议一直没有签，东西也没让搬出来。";
        var page = Page();

        await Pipeline.AcceptAsync(page with { Documents = [Post("one") with { Title = "甲市强拆", Text = "甲市" + Told }] }, CancellationToken.None);
        await Pipeline.AcceptAsync(page with { Documents = [Post("two") with { Title = "强拆", Text = Told }] }, CancellationToken.None);
        await Pipeline.AcceptAsync(page with { Documents = [Post("three") with { Title = "强拆", Text = "隔壁又在强拆，鸡飞狗跳。" }] }, CancellationToken.None);

        var kept = (await _store.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10, CancellationToken.None)).ToDictionary(one => one.Document.Id);
        Assert.That((kept["two"].Analysis.Level, kept["two"].Outcome), Is.EqualTo((Level.None, DocumentOutcome.Joined)));
        Assert.That(kept["two"].Evidence, Is.Not.Null);
        Assert.That((kept["three"].Analysis.Level, kept["three"].Evidence), Is.EqualTo((Level.None, (string?)null)));
    }

    [Test]
    public async Task A_document_that_failed_is_tried_again_by_itself_and_told_late_rather_than_never()
    {
        _steps.Stumbles = 2;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(1));
        var first = await Retry.TryDueAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(5));
        var tooSoon = await Retry.TryDueAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(5));
        var second = await Retry.TryDueAsync(CancellationToken.None);

        Assert.That((first, tooSoon, second), Is.EqualTo((0, 0, 1)));
        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));
        Assert.That(await FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_document_that_was_settled_before_it_failed_once_is_tried_again_once_and_no_more()
    {
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        _rules.Stumbles = 1;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));

        var first = await Retry.TryDueAsync(CancellationToken.None);
        var second = await Retry.TryDueAsync(CancellationToken.None);

        Assert.That((first, second), Is.EqualTo((1, 0)));
        Assert.That(await FindingsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_restart_forgets_no_document_that_failed_and_lists_none_that_was_settled()
    {
        _rules.Stumbles = 2;
        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);
        await Pipeline.AcceptAsync(Page("two"), CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(1));

        await RestartAsync();
        _rules.Stumbles = 1;
        await Retry.TryDueAsync(CancellationToken.None);
        var known = (await FindingsAsync()).Single();
        _time.Advance(TimeSpan.FromMinutes(1));
        await Retry.TryDueAsync(CancellationToken.None);

        Assert.That(known.Text, Does.Contain("one").And.Not.Contain("two").And.Contain("2026-11-24T01:00"));
        Assert.That(await FindingsAsync(), Is.Not.Empty, "the rules stumbled once more, ten minutes are to pass");
        _time.Advance(TimeSpan.FromMinutes(10));
        await Retry.TryDueAsync(CancellationToken.None);
        Assert.That(await FindingsAsync(), Is.Empty);
        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_failed_while_the_clock_ran_ahead_is_tried_again_once_it_is_right(bool restarts)
    {
        var right = _time.GetUtcNow();
        _time.AdjustTime(right.AddYears(1));
        _rules.Stumbles = 1;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        _time.AdjustTime(right);
        if (restarts)
        {
            await RestartAsync();
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        var settled = await Retry.TryDueAsync(CancellationToken.None) + await LaterAsync();

        Assert.That(settled, Is.EqualTo(1));
        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));

        async Task<int> LaterAsync()
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return await Retry.TryDueAsync(CancellationToken.None);
        }
    }

    [Test]
    public async Task What_no_record_can_hold_blocks_nothing_behind_it_and_is_named()
    {
        var disk = _services.GetRequiredService<FullDisk>();
        disk.Refuses = "one";

        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);

        Assert.That(await IncidentsOfAsync("two"), Is.EqualTo(1));
        Assert.That((await FindingsAsync()).Single().Text, Does.Contain("one"));
    }

    [Test]
    public async Task Hundreds_that_failed_are_all_named_after_a_restart_though_the_documents_behind_them_were_judged()
    {
        _rules.Stumbles = 150;
        await Pipeline.AcceptAsync(Page([.. Enumerable.Range(0, 150).Select(number => $"f{number}")]), CancellationToken.None);
        for (var batch = 0; batch < 3; batch++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Pipeline.AcceptAsync(Page([.. Enumerable.Range(0, 100).Select(number => $"g{batch}x{number}")]), CancellationToken.None);
        }

        _rules.Stumbles = 50;
        await Pipeline.AcceptAsync(Page([.. Enumerable.Range(150, 50).Select(number => $"f{number}")]), CancellationToken.None);
        var before = _services.GetRequiredService<FailedDocuments>().List();
        await RestartAsync();
        await Retry.TryDueAsync(CancellationToken.None);
        var after = _services.GetRequiredService<FailedDocuments>().List();

        Assert.That((before.Named.Count, before.Forgotten), Is.EqualTo((200, 0)));
        Assert.That((after.Named.Count, after.Forgotten), Is.EqualTo((200, 0)));
    }

    [Test]
    public async Task More_than_are_known_by_name_stay_in_the_health_and_are_found_again_when_there_is_room()
    {
        var failed = _services.GetRequiredService<FailedDocuments>();
        _rules.Stumbles = 1;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        for (var number = 0; number < FailedDocuments.Most; number++)
        {
            failed.Add(Post($"f{number}"), evidence: null, recordedAt: null);
        }

        var named = failed.List().Named.Select(one => one.Id).ToList();
        named.ForEach(failed.Settle);
        var finding = (await FindingsAsync()).Single();
        await Retry.TryDueAsync(CancellationToken.None);

        Assert.That(named, Has.Count.EqualTo(FailedDocuments.Most).And.Not.Contain("one"));
        Assert.That(finding.Text, Does.StartWith("1 篇").And.Contain("只记下了数目"));
        Assert.That((await FindingsAsync()).Single().Text, Does.Contain("one"));
    }

    [Test]
    public async Task A_new_configuration_lets_all_be_tried_again_at_once()
    {
        _steps.Stumbles = 7;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);
        foreach (var pause in new[] { 1, 10, 60, 360, 1440 })
        {
            _time.Advance(TimeSpan.FromMinutes(pause));
            await Retry.TryDueAsync(CancellationToken.None);
        }

        _time.Advance(TimeSpan.FromDays(1));
        var given = await Retry.TryDueAsync(CancellationToken.None);
        _steps.Stumbles = 0;
        var inForce = _services.GetRequiredService<ConfigurationInForce>();
        inForce.Take(new ConfigurationReading(inForce.Current, []), _time.GetUtcNow());
        var settled = await Retry.TryDueAsync(CancellationToken.None);

        Assert.That((given, settled), Is.EqualTo((0, 1)));
        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_meets_something_unforeseen_when_it_is_tried_again_holds_up_none_behind_it()
    {
        _rules.Stumbles = 2;
        await Pipeline.AcceptAsync(Page("one", "two"), CancellationToken.None);
        _services.GetRequiredService<FullDisk>().Breaks = "one";
        _time.Advance(TimeSpan.FromMinutes(1));

        var settled = await Retry.TryDueAsync(CancellationToken.None);
        var again = await Retry.TryDueAsync(CancellationToken.None);

        Assert.That((settled, again), Is.EqualTo((1, 0)));
        Assert.That((await FindingsAsync()).Single().Text, Does.Contain("one"));
        Assert.That(await IncidentsOfAsync("two"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_full_disk_is_no_fault_of_the_document_and_the_page_is_taken_again()
    {
        var disk = _services.GetRequiredService<FullDisk>();
        disk.IsFull = true;
        await Assert.ThrowsAsync<IOException>(() => Pipeline.AcceptAsync(Page("one"), CancellationToken.None));

        disk.IsFull = false;
        await Pipeline.AcceptAsync(Page("one"), CancellationToken.None);

        Assert.That(await FindingsAsync(), Is.Empty);
        Assert.That(await IncidentsOfAsync("one"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_member_of_staff_reported_and_nobody_could_judge_is_not_thanked_for()
    {
        _rules.Stumbles = 1;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Pipeline.TakeAsync(Post("one"), CancellationToken.None));

        Assert.That((await FindingsAsync()).Single().Text, Does.Contain("one"));
    }

    [Test]
    public async Task A_title_of_a_mebibyte_is_cut_and_no_character_halved()
    {
        var title = "关于甲市的" + string.Concat(Enumerable.Repeat("甲市强拆😀", 200_000));

        await Pipeline.TakeAsync(Post("one") with { Title = title, Kind = DocumentKind.Thread }, CancellationToken.None);

        var kept = (await _store.ListDocumentsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10, CancellationToken.None)).Single().Document;
        Assert.That(kept.Title!.Length, Is.InRange(1000, 1002));
        Assert.That(kept.Title.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False);
    }

    private async Task StartAsync(WatchConfiguration configuration)
    {
        _store = await EmbeddedStore.OpenAsync(_data, _time, NullLoggerFactory.Instance, CancellationToken.None);
        _services = new ServiceCollection()
            .AddLogging()
            .AddAlerts()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<Incidents.IIncidentStore>(_ => _store)
            .AddSingleton<Crawling.Evidence.IEvidenceArchive>(_ => _store)
            .AddSingleton<IReceiptStore>(_ => _store)
            .AddSingleton<FullDisk>(_ => new FullDisk(_store))
            .AddSingleton<IOutbox>(provider => provider.GetRequiredService<FullDisk>())
            .AddSingleton(new ConfigurationInForce(configuration, [], _time.GetUtcNow()))
            .AddSingleton<IncidentTime>()
            .AddSingleton<IAlertContext, AlertContext>()
            .AddSingleton<ICurrent<EscalationPolicy>>(new Fixed<EscalationPolicy>(configuration.Escalation))
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(configuration.Alerts))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(configuration.Contacts))
            .AddSingleton<ICurrent<RuleEngine>>(_rules)
            .AddSingleton(new AcknowledgeTokens(new byte[AcknowledgeTokens.KeyBytes]))
            .AddSingleton<DrillBook>()
            .AddSingleton<DrillPath>()
            .AddSingleton<Judge>()
            .AddSingleton<LedgerBook>()
            .AddMetrics()
            .AddSingleton<PipelineMeter>()
            .AddSingleton<FailedDocuments>()
            .AddSingleton<FailureRecord>()
            .AddSingleton<FailedRetry>()
            .AddSingleton<IncidentDesk>()
            .AddSingleton<PostPipeline>()
            .AddSingleton<DocumentsCheck>()
            .BuildServiceProvider();
    }

    private async Task RestartAsync()
    {
        var configuration = _services.GetRequiredService<ConfigurationInForce>().Current;
        await _services.DisposeAsync();
        await _store.DisposeAsync();
        await StartAsync(configuration);
    }

    private static Document Post(string id) => new()
    {
        Id = id,
        Url = $"http://whole.test/{id}",
        CanonicalUrl = $"http://whole.test/{id}",
        Site = "whole",
        Title = $"甲市{id}强拆",
        Text = $"甲市有人强拆民房，{id}。",
        ContentHash = id,
    };

    private CrawledPage Page(params string[] ids)
    {
        var url = new Uri("http://whole.test/");
        var page = new Page { RequestedUrl = url, Url = url, Status = 200, Body = "<p>强拆</p>"u8.ToArray(), FetchedAt = _time.GetUtcNow() };
        return new CrawledPage(new Source { Id = "whole", Name = "whole", Start = [url] }, page, [.. ids.Select(Post)]);
    }

    private Crawling.Ledger.LedgerHour LedgerRow() => _services.GetRequiredService<LedgerBook>().List(LedgerBook.HourOf(_time.GetUtcNow())).Single(row => row.Source == "whole");

    private async Task<DocumentOutcome?> DecideAsync(string id, Level level)
    {
        try
        {
            var analysis = new Analysis { Id = id, Relevant = true, InArea = true, Level = level };
            return await _services.GetRequiredService<IncidentDesk>().TakeAsync(Post(id), analysis, null, null, CancellationToken.None);
        }
        catch (DecisionException)
        {
            return null;
        }
    }

    private Task<IReadOnlyList<HealthFinding>> FindingsAsync() => _services.GetRequiredService<DocumentsCheck>().LookAsync(CancellationToken.None);

    private async Task<int> IncidentsOfAsync(string document) =>
        (await _store.ListIncidentsAsync(DateTimeOffset.MinValue, CancellationToken.None)).Count(incident => incident.Documents.Exists(d => d.Id == document));

    private sealed class StumblingRules : ICurrent<RuleEngine>
    {
        public RuleEngine Engine { get; set; } = null!;

        public int Stumbles { get; set; }

        public RuleEngine Value => Stumbles-- > 0 ? throw new RegexMatchTimeoutException("a term ran long") : Engine;
    }

    private sealed class StumblingPolicy<T>(T nothing) : IReadOnlyDictionary<Level, T>
    {
        public int Stumbles { get; set; }

        public IEnumerable<Level> Keys => [];

        public IEnumerable<T> Values => [];

        public int Count => 0;

        public T this[Level key] => throw new KeyNotFoundException();

        public bool ContainsKey(Level key) => TryGetValue(key, out _);

        public bool TryGetValue(Level key, [MaybeNullWhen(false)] out T value)
        {
            value = nothing;
            return Stumbles-- > 0 ? throw new RegexMatchTimeoutException("a policy ran long") : false;
        }

        public IEnumerator<KeyValuePair<Level, T>> GetEnumerator() => Enumerable.Empty<KeyValuePair<Level, T>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class FullDisk(EmbeddedStore store) : IOutbox
    {
        public bool IsFull { get; set; }

        public string? Refuses { get; set; }

        public string? Breaks { get; set; }

        public Task KeepAsync(Kept kept, CancellationToken cancellationToken) =>
            Breaks is not null && kept.Document?.Document.Id == Breaks ? Task.FromException(new FormatException("something unforeseen")) :
            Refuses is not null && kept.Document?.Document.Id == Refuses ? Task.FromException(new ArgumentException("larger than the journal takes", nameof(kept)))
            : IsFull ? Task.FromException(new IOException("No space left on device")) : store.KeepAsync(kept, cancellationToken);

        public Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken) => store.RecordAsync(changes, cancellationToken);

        public Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => store.ListDueAsync(now, limit, cancellationToken);

        public Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken) => store.ListDeliveriesAsync(incidentId, cancellationToken);

        public Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken) => store.ListSentAsync(contact, since, cancellationToken);

        public Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken) => store.ListTroubledAsync(cancellationToken);
    }
}
