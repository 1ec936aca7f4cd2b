using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Outbox;

/// <summary>A dispatcher wired as the service wires it, on an outbox in memory and a clock of the test's.</summary>
internal sealed class PostOffice : IAsyncDisposable, IAlertContext, IAcknowledger
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stopping = new();
    private readonly OutboxDispatcher _dispatcher;
    private Task? _running;

    public PostOffice(AlertsOptions options, MemoryOutbox? outbox = null, FakeTimeProvider? time = null)
    {
        Outbox = outbox ?? new MemoryOutbox();
        Time = time ?? new FakeTimeProvider(Some.Now);
        Options = new Fixed<AlertsOptions>(options);
        Policy = new Fixed<EscalationPolicy>(new EscalationPolicy { LimitMessages = 0 });
        Contacts = new Fixed<ContactBook>(new ContactBook([Some.Officer], new Dictionary<string, IReadOnlyList<string>>()));
        _services = new ServiceCollection()
            .AddLogging()
            .AddAlerts()
            .AddSingleton<IOutbox>(Outbox)
            .AddSingleton<IReceiptStore>(Outbox)
            .AddSingleton<IAlertContext>(this)
            .AddSingleton<IAcknowledger>(this)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ICurrent<AlertsOptions>>(Options)
            .AddSingleton<ICurrent<EscalationPolicy>>(Policy)
            .AddSingleton<ICurrent<ContactBook>>(Contacts)
            .BuildServiceProvider();
        _dispatcher = _services.GetRequiredService<OutboxDispatcher>();
    }

    public MemoryOutbox Outbox { get; }

    public FakeTimeProvider Time { get; }

    public Fixed<AlertsOptions> Options { get; }

    public Fixed<EscalationPolicy> Policy { get; }

    public Fixed<ContactBook> Contacts { get; }

    public Incident? Incident { get; set; }

    public List<Incident> Incidents { get; } = [];

    /// <summary>How far each incident's time is ahead of the clock.</summary>
    public TimeSpan Lead { get; set; }

    /// <summary>An incident the store cannot read.</summary>
    public string? Failing { get; set; }

    /// <summary>Times an incident was looked up.</summary>
    public int LookUps { get; private set; }

    public List<(string Incident, string By)> Acknowledged { get; } = [];

    public ReceiptDesk Receipts => _services.GetRequiredService<ReceiptDesk>();

    public ReceiptWatch ReceiptWatch => _services.GetRequiredService<ReceiptWatch>();

    public ReplyDesk Replies => _services.GetRequiredService<ReplyDesk>();

    public IReadOnlyDictionary<string, string> SourceNames { get; } = new Dictionary<string, string> { ["forum"] = "示例论坛" };

    public Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken)
    {
        LookUps++;
        return id == Failing
            ? Task.FromException<Incident?>(new IOException("The index page is damaged."))
            : Task.FromResult(Incident?.Id == id ? Incident : Incidents.Find(i => i.Id == id));
    }

    public TimeSpan LeadOf(Incident incident) => Lead;

    public Task<bool> AcknowledgeAsync(string incidentId, string by, string note, CancellationToken cancellationToken)
    {
        Acknowledged.Add((incidentId, by));
        return Task.FromResult(true);
    }

    public void Start() => _running ??= Task.Run(() => _dispatcher.RunAsync(_stopping.Token));

    public async Task KeepAsync(params Alert[] alerts)
    {
        await Outbox.KeepAsync(new Kept { At = Time.GetUtcNow(), Alerts = alerts }, CancellationToken.None);
        _dispatcher.Signal();
    }

    public void Signal() => _dispatcher.Signal();

    /// <summary>Goes forward to the instant a delivery is tried next.</summary>
    public void GoToNextAttempt(string id)
    {
        var wait = Outbox.Get(id).NextAttemptAt - Time.GetUtcNow();
        Time.Advance(wait > TimeSpan.Zero ? wait.Value : TimeSpan.Zero);
    }

    /// <summary>Stops as the service does.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_running is not null)
        {
#pragma warning disable VSTHRD003 // Started by this very object.
            await _running;
#pragma warning restore VSTHRD003
        }
    }

    /// <summary>Asks for the stop and lets the time for what is in hand run out.</summary>
    public async Task CutOffAsync()
    {
        var stopped = StopAsync();
        while (!stopped.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(16));
            await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None));
        }

        await stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await CutOffAsync();
        await _services.DisposeAsync();
        _stopping.Dispose();
    }
}
