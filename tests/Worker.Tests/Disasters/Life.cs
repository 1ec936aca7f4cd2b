using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Ledger;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>One life of the service, from start to kill: real store, desk, dispatcher and channels, wired as the service wires them.</summary>
internal sealed class Life : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(16);

    private readonly ServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _dispatching;

    private Life(ServiceProvider services, EmbeddedStore store, TimeProvider clock, TroubledDisk disk)
    {
        (_services, Store, _clock, Disk) = (services, store, clock, disk);
        _dispatching = Task.Run(() => Dispatcher.RunAsync(_stopping.Token));
    }

    public EmbeddedStore Store { get; }

    public SettableClock Clock => (SettableClock)_clock;

    public TroubledDisk Disk { get; }

    public IAlertContext Context => _services.GetRequiredService<IAlertContext>();

    public IncidentDesk Desk => _services.GetRequiredService<IncidentDesk>();

    public ReceiptDesk Receipts => _services.GetRequiredService<ReceiptDesk>();

    public OutboxDispatcher Dispatcher => _services.GetRequiredService<OutboxDispatcher>();

    public static async Task<Life> BeginAsync(string data, WatchConfiguration configuration, TimeProvider clock)
    {
        var store = await EmbeddedStore.OpenAsync(data, clock, NullLoggerFactory.Instance, CancellationToken.None);
        var disk = new TroubledDisk(store);
        var services = new ServiceCollection()
            .AddLogging()
            .AddAlerts()
            .AddSingleton(clock)
            .AddSingleton<Incidents.IIncidentStore>(_ => store)
            .AddSingleton<IReceiptStore>(_ => store)
            .AddSingleton<IOutbox>(_ => disk)
            .AddSingleton(new ConfigurationInForce(configuration, [], clock.GetUtcNow()))
            .AddSingleton<IncidentTime>()
            .AddSingleton<IAlertContext, AlertContext>()
            .AddSingleton<IIncidentBoard, IncidentBoard>()
            .AddSingleton<IAcknowledger, SmsAcknowledger>()
            .AddSingleton<ICurrent<EscalationPolicy>>(new Fixed<EscalationPolicy>(configuration.Escalation))
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(configuration.Alerts))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(configuration.Contacts))
            .AddSingleton(new AcknowledgeTokens(new byte[AcknowledgeTokens.KeyBytes]))
            .AddSingleton<LedgerBook>()
            .AddSingleton<IncidentDesk>()
            .BuildServiceProvider();
        await services.GetRequiredService<IncidentDesk>().LoadAsync(CancellationToken.None);
        return new Life(services, store, clock, disk);
    }

    /// <summary>Ends it without a flush or a farewell: what is in hand is as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        Disk.Kill();
        await _stopping.CancelAsync();
        while (!_dispatching.IsCompleted)
        {
            (_clock as SettableClock)?.Advance(Grace);
#pragma warning disable VSTHRD003 // Started by this very object.
            await Task.WhenAny(_dispatching, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
#pragma warning restore VSTHRD003
        }

        await _services.DisposeAsync();
        await Store.DisposeAsync();
        _stopping.Dispose();
    }
}
