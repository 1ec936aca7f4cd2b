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
        var allowed = (await ResolveAsync(host, cancellationToken)).Where(address => AddressGuard.Allows(address, options.Value.AllowAddresses)).ToList();
        if (allowed.Count == 0)
        {
            throw new FaultException(FetchFault.BlockedAddress, $"{host} 指向内部地址，已拦截；确需采集请在 fetch.allowAddresses 中放行");
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
