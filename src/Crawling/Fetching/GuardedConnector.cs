using System.Net;
using System.Net.Sockets;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Opens connections, to allowed addresses only. The name is resolved here and the very address judged is connected to, so a name that changes its address in between (DNS rebinding) gains nothing.</summary>
internal sealed class GuardedConnector(ICurrent<CrawlingOptions> options)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellationToken);
        var allowed = IsProxy(context.DnsEndPoint) ? addresses : [.. addresses.Where(address => AddressGuard.Allows(address, options.Value.AllowAddresses) || options.Value.AllowEndpoints.Contains(new IPEndPoint(address, context.DnsEndPoint.Port)))];
        if (allowed.Length == 0)
        {
            throw Blocked(host);
        }

        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                last = e;
                socket.Dispose();
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        }

        throw new FaultException(FetchFault.Connect, $"连不上 {host}:{context.DnsEndPoint.Port}（{last!.SocketErrorCode}）");
    }

    /// <summary>Judges the host of a request that goes through the proxy, which resolves names by itself: a name that means an internal address here is refused, one that nobody here knows is left to the proxy.</summary>
    /// <exception cref="FaultException">It lies at an internal address.</exception>
    public async Task JudgeProxiedAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await ResolveAsync(host.Trim('[', ']'), cancellationToken);
        }
        catch (FaultException)
        {
            return;
        }

        if (addresses.Any(address => !AddressGuard.Allows(address, options.Value.AllowAddresses)))
        {
            throw Blocked(host);
        }
    }

    private static FaultException Blocked(string host) => new(FetchFault.BlockedAddress, $"{host} 指向内部地址，已拦截；确需采集请在 fetch.allowAddresses 中放行");

    private bool IsProxy(DnsEndPoint endPoint) => options.Value.Proxy is { } proxy && proxy.Port == endPoint.Port && proxy.IdnHost.Equals(endPoint.Host, StringComparison.OrdinalIgnoreCase);

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException e)
        {
            throw new FaultException(FetchFault.Dns, $"域名 {host} 解析失败（{e.SocketErrorCode}）");
        }
    }
}
