using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.Console.Sessions;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    private static readonly string[] Forwarding = ["X-Forwarded-For", "Forwarded", "X-Real-IP"];

    /// <summary>Gives the address failures are counted by; of an IPv6 address the network, which one machine has to itself.</summary>
    public static string Of(HttpContext context)
    {
        var address = Plain(context.Connection.RemoteIpAddress);
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 } || IPAddress.IsLoopback(address))
        {
            return address?.ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Says whether a request comes from this machine itself, and through no proxy.</summary>
    public static bool IsThisMachine(HttpContext context) =>
        Plain(context.Connection.RemoteIpAddress) is { } address
        && IPAddress.IsLoopback(address)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
