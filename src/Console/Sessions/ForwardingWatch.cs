using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Sessions;

/// <summary>Says in the log when a reverse proxy seems to be missing in <c>console.proxies</c>: everybody behind it shares one address then, and one lock-out.</summary>
/// <remarks>Anybody can send the header; each address is named once, and only so many.</remarks>
internal sealed class ForwardingWatch(RequestDelegate next, ICurrent<ConsoleOptions> options, ILogger<ForwardingWatch> log)
{
    private const int MostNamed = 20;

    private readonly ConcurrentDictionary<IPAddress, bool> _named = [];

    /// <summary>Looks at a request; called after what was forwarded by known proxies was taken over.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.ContainsKey("X-Forwarded-For")
            && !headers.ContainsKey(ClientAddress.TakenOver)
            && _named.Count < MostNamed
            && ClientAddress.Plain(context.Connection.RemoteIpAddress) is { } peer
            && !IPAddress.IsLoopback(peer)
            && !options.Value.Proxies.Any(proxy => peer.Equals(ClientAddress.Plain(proxy)))
            && _named.TryAdd(peer, true))
        {
            log.ProxyNotKnown(peer);
        }

        return next(context);
    }
}
