using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Systemd;

namespace OpinionWatch.Worker.Watching;

/// <summary>Registers what watches over the service from inside.</summary>
internal static class WatchingServices
{
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    public static void AddWatching(IServiceCollection services)
    {
        services.AddHttpClient(HeartbeatPing.Client, client => client.Timeout = PingTimeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseHeadersLength = 32 });
        services.AddSingleton<LoopPulse>();
        services.AddSingleton<PagesInHand>();
        services.AddSingleton<IEssentialLoop, CrawlTurning>();
        services.AddSingleton<IEssentialLoop, PipelineTurning>();
        services.AddSingleton<IEssentialLoop, OutboxTurning>();
        services.AddSingleton<IEssentialLoop, ClockTurning>();
        services.AddSingleton<IEssentialLoop, StoreTurning>();
        services.AddSingleton<HeartbeatPing>();
        services.AddSingleton(provider => new SystemdBeat(provider.GetService<ISystemdNotifier>(), Environment.GetEnvironmentVariable));
        services.AddHostedService<HeartbeatService>();
    }
}
