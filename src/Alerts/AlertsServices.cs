using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Http;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;

namespace OpinionWatch.Alerts;

/// <summary>Registers Alerts.</summary>
public static class AlertsServices
{
    /// <summary>Adds channels and dispatcher. They need <see cref="IOutbox"/>, <see cref="IAlertContext"/>, a <see cref="TimeProvider"/> and the settings in force
    /// (<c>ICurrent</c> of <see cref="AlertsOptions"/>, <see cref="Model.EscalationPolicy"/> and <see cref="Model.ContactBook"/>) from elsewhere;
    /// receipts and replies also <see cref="IReceiptStore"/> and <see cref="IAcknowledger"/>.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddHttpClient(GatewayClient.ClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxResponseHeadersLength = 32,
            });
        services.AddSingleton<ChannelRack>();
        services.AddSingleton<OtherChannel>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<ChannelTest>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<ReceiptWatch>();
        services.AddSingleton<ReplyDesk>();
        return services;
    }
}
