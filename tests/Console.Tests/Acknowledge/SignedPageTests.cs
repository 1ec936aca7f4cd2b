using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Console.Acknowledge;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Acknowledge;

/// <summary>The page over HTTP, on a board of one incident.</summary>
public sealed class SignedPageTests : IIncidentBoard
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 24, 1, 5, 0, TimeSpan.Zero);

    private readonly AcknowledgeTokens _tokens = new(new byte[32]);
    private readonly List<ActRequest> _acts = [];
    private Incident _incident = null!;
    private bool _diskIsFull;
    private FakeTimeProvider _time = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        _acts.Clear();
        _diskIsFull = false;
        _time = new FakeTimeProvider(Opened.AddMinutes(3));
        _incident = new Incident
        {
            Id = "20261124-0001",
            Level = Level.Critical,
            LevelSince = Opened,
            Title = "柳溪镇<script>alert(1)</script>强拆",
            Summary = "网友发帖称……",
            OpenedAt = Opened,
            Regions = ["柳溪镇"],
            Clocks = [new Clock(Clock.Report, Opened.AddHours(1), null, ClockState.Running)],
            Documents =
            [
                new IncidentDocument { Id = "d1", Url = "http://bbs.forum.test/t-1", Title = "原帖", FirstSeenAt = Opened },
                new IncidentDocument { Id = "d2", Url = "javascript:alert(1)", Title = "转帖", FirstSeenAt = Opened },
            ],
        };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services
            .AddSingleton(_tokens)
            .AddSingleton<IIncidentBoard>(this)
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<ICurrent<ContactBook>>(new Held<ContactBook>(new ContactBook([new Contact { Id = "officer", Name = "张三" }], new Dictionary<string, IReadOnlyList<string>>())))
            .AddSingleton<ICurrent<ConsoleOptions>>(new Held<ConsoleOptions>(new ConsoleOptions { Organisation = "某局" }))
            .AddSingleton<ICurrent<EscalationPolicy>>(new Held<EscalationPolicy>(new EscalationPolicy()))
            .AddSingleton<SignedLink>()
            .AddSingleton<SignedView>();
        _app = builder.Build();
        _app.UseRouting();
        SignedPage.Map(_app);
        await _app.StartAsync();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task Looking_shows_the_matter_and_a_button_and_acknowledges_nothing_however_often()
    {
        var (status, page) = await SendAsync(HttpMethod.Get, Token());
        using var head = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/a/{Token()}"));

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("特别重大").And.Contain("柳溪镇").And.Contain("<button>签收</button>").And.Contain("以“张三”的名义").And.Contain("报送：11月24日 10:05 前"));
        Assert.That(page, Does.Contain("href=\"http://bbs.forum.test/t-1\" rel=\"noopener noreferrer\"").And.Not.Contain("<script").And.Not.Contain("javascript:"));
        Assert.That(_acts, Is.Empty);
    }

    [Test]
    public async Task The_button_acknowledges_once_in_the_persons_name()
    {
        var (status, page) = await SendAsync(HttpMethod.Post, Token());
        var (again, second) = await SendAsync(HttpMethod.Post, Token());

        Assert.That((status, again), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(_acts.Single(), Is.EqualTo(new ActRequest.Acknowledge("邮件链接签收") { By = "张三" }));
        Assert.That(page, Does.Contain("签收成功").And.Contain("张三 于 2026年11月24日 09:08 签收").And.Not.Contain("<button"));
        Assert.That(second, Does.Contain("已签收").And.Contain("无需再次签收"));
    }

    [Test]
    public async Task An_incident_another_acknowledged_says_by_whom_and_when()
    {
        _incident = _incident with { State = IncidentState.Acknowledged, AcknowledgedAt = Opened.AddMinutes(1), AcknowledgedBy = "李四" };

        var (_, shown) = await SendAsync(HttpMethod.Get, Token());
        var (_, posted) = await SendAsync(HttpMethod.Post, Token());

        Assert.That(new[] { shown, posted }, Has.All.Contain("李四 于 2026年11月24日 09:06 签收").And.All.Not.Contain("<button"));
        Assert.That(_acts, Is.Empty);
    }

    [Test]
    public async Task An_ended_or_merged_incident_has_no_button()
    {
        _incident = _incident with { State = IncidentState.Dismissed, MergedInto = "20261124-0002" };

        var (status, page) = await SendAsync(HttpMethod.Post, Token());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("已并入事件 20261124-0002").And.Not.Contain("<button"));
        Assert.That(_acts, Is.Empty);
    }

    [Test]
    public async Task A_token_that_is_altered_expired_or_of_somebody_gone_gives_a_calm_page_and_acts_not([Values] bool posts)
    {
        var method = posts ? HttpMethod.Post : HttpMethod.Get;
        var altered = await SendAsync(method, Token()[..^1] + "x");
        var nonsense = await SendAsync(method, new string('A', 5000));
        var stranger = await SendAsync(method, _tokens.Issue("20261124-0001", "nobody", Opened));
        var noIncident = await SendAsync(method, _tokens.Issue("20261124-9999", "officer", Opened));
        _time.Advance(TimeSpan.FromDays(7));
        var expired = await SendAsync(method, Token());

        Assert.That(new[] { altered, nonsense, stranger, noIncident, expired }.Select(answer => (int)answer.Status), Is.EqualTo(new[] { 404, 404, 410, 410, 410 }));
        Assert.That(altered.Page, Does.Contain("链接不完整").And.Contain("致电值班室"));
        Assert.That(expired.Page, Does.Contain("链接已过期").And.Contain("7 天").And.Not.Contain("柳溪镇"));
        Assert.That(_acts, Is.Empty);
    }

    [Test]
    public async Task A_page_opened_before_the_level_was_raised_acknowledges_nothing_and_shows_the_new_level()
    {
        _incident = _incident with { Level = Level.General, Audit = [new AuditEntry(Opened, IncidentChange.System, "opened", "")] };
        var (_, before) = await SendAsync(HttpMethod.Get, Token());
        _incident = _incident with { Level = Level.Critical, Audit = [.. _incident.Audit, new AuditEntry(Opened.AddMinutes(2), IncidentChange.System, "raised", "")] };

        var (status, after) = await PressAsync(before);
        var actsThen = _acts.Count;
        var (again, done) = await PressAsync(after);

        Assert.That((status, again, actsThen), Is.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.OK, 0)));
        Assert.That(before, Does.Contain("一般").And.Not.Contain("有变化"));
        Assert.That(after, Does.Contain("级别或状态有变化，刚才没有签收").And.Contain("特别重大").And.Contain("<button>签收</button>"));
        Assert.That(done, Does.Contain("签收成功"));
    }

    [Test]
    public async Task A_reprint_that_came_meanwhile_is_in_nobodys_way()
    {
        var (_, before) = await SendAsync(HttpMethod.Get, Token());
        _incident = _incident with { Audit = [new AuditEntry(Opened.AddMinutes(2), IncidentChange.System, "joined", "")] };

        var (status, page) = await PressAsync(before);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("签收成功"));
    }

    [Test]
    public async Task A_disk_that_takes_nothing_is_told_as_not_acknowledged()
    {
        _diskIsFull = true;

        var (status, page) = await SendAsync(HttpMethod.Post, Token());

        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(page, Does.Contain("没有签收").And.Contain("致电值班室"));
    }

    [Test]
    public async Task The_address_is_told_to_nobody_and_the_page_runs_nothing()
    {
        using var answer = await _http.GetAsync($"/a/{Token()}");
        string Header(string name) => string.Join(' ', answer.Headers.GetValues(name));

        Assert.That(Header("Referrer-Policy"), Is.EqualTo("no-referrer"));
        Assert.That(Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(Header("Content-Security-Policy"), Does.StartWith("default-src 'none'; style-src 'sha256-").And.Not.Contain("unsafe"));
        Assert.That(Header("X-Robots-Tag"), Does.Contain("noindex"));
    }

    public ValueTask<IReadOnlyList<Incident>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Incident>>([_incident]);

    public Task<IReadOnlyList<Incident>> ListEndedAfterAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Incident>>([_incident]);

    public Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(id == _incident.Id ? _incident : null);

    public Task<KeptDocument?> FindDocumentAsync(IncidentDocument document, CancellationToken cancellationToken) => Task.FromResult<KeptDocument?>(null);

    public Task<ActAnswer> ActAsync(string id, ActRequest act, CancellationToken cancellationToken)
    {
        if (_diskIsFull)
        {
            return Task.FromException<ActAnswer>(new IOException("No space left on device"));
        }

        if (Meanwhile.IsStale(_incident, act))
        {
            return Task.FromResult<ActAnswer>(new ActAnswer.Stale(_incident));
        }

        _acts.Add(act);
        _incident = _incident with { State = IncidentState.Acknowledged, AcknowledgedAt = _time.GetUtcNow(), AcknowledgedBy = act.By };
        return Task.FromResult<ActAnswer>(new ActAnswer.Done(_incident));
    }

    private string Token() => _tokens.Issue("20261124-0001", "officer", Opened);

    private async Task<(HttpStatusCode Status, string Page)> SendAsync(HttpMethod method, string token)
    {
        using var request = new HttpRequestMessage(method, $"/a/{token}");
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Presses the button of a page with what the page sends along.</summary>
    private async Task<(HttpStatusCode Status, string Page)> PressAsync(string page)
    {
        var seen = Regex.Match(page, "name=\"seen\" value=\"([0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("seen", seen)]);
        using var answer = await _http.PostAsync($"/a/{Token()}", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed record Held<T>(T Value) : ICurrent<T>;
}
