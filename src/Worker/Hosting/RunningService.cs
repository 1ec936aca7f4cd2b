using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using Serilog;

namespace OpinionWatch.Worker.Hosting;

/// <summary>The service from start to stop.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly EmbeddedStore _store;
    private readonly ILoggerFactory _logs;

    private RunningService(WebApplication web, EmbeddedStore store, ILoggerFactory logs)
    {
        Web = web;
        _store = store;
        _logs = logs;
    }

    /// <summary>The web application with all services.</summary>
    public WebApplication Web { get; }

    /// <summary>Addresses the console listens on, with the ports the system chose.</summary>
    public ICollection<string> Addresses => Web.Urls;

    /// <summary>Opens the store, catches up, and starts everything; ready to crawl and keep when the task completes.</summary>
    /// <exception cref="ConfigurationException">The configuration has errors.</exception>
    /// <exception cref="IOException">The data folder cannot be used, or another process has it.</exception>
    public static async Task<RunningService> StartAsync(Folders folders, CancellationToken cancellationToken)
    {
        var reading = Configured.Read(folders);
        return await StartAsync(reading, folders, cancellationToken);
    }

    /// <summary>The same with a configuration that was read already.</summary>
    public static async Task<RunningService> StartAsync(ConfigurationReading reading, Folders folders, CancellationToken cancellationToken)
    {
        var configuration = reading.Configuration!;
        var serilog = new LoggerConfiguration();
        Logs.Configure(serilog, configuration.Logs);
        var logs = LoggerFactory.Create(builder => builder.AddSerilog(serilog.CreateLogger(), dispose: true));
        var store = await EmbeddedStore.OpenAsync(configuration.DataFolder, TimeProvider.System, logs, cancellationToken);
        WebApplication? web = null;
        try
        {
            web = ServiceHost.Build(store, new ConfigurationOrigin(folders.Config, folders.Data, Environment.GetEnvironmentVariable), reading, logs);
            await web.Services.GetRequiredService<IncidentDesk>().LoadAsync(cancellationToken);
            await web.StartAsync(cancellationToken);
            return new RunningService(web, store, logs);
        }
        catch
        {
            if (web is not null)
            {
                await web.DisposeAsync();
            }

            await store.DisposeAsync();
            logs.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a signal, then stops cleanly.</summary>
    public async Task WaitForStopAsync(CancellationToken cancellationToken)
    {
        var lifetime = Web.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var registration = cancellationToken.Register(lifetime.StopApplication);
        await Web.WaitForShutdownAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        // The loops end and save first; only then does the store close.
        await Web.StopAsync();
        await Web.DisposeAsync();
        await _store.DisposeAsync();
        _logs.Dispose();
    }
}
