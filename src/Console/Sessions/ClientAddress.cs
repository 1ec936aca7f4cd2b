using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.Console.Sessions;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    /// <summary>Header that stands in a request whose address was taken over from a known proxy.</summary>
    public const string TakenOver = "X-Original-For";

    // With the names that what was taken over is kept under: a proxy may well have been told that its client is 127.0.0.1.
    private static readonly string[] Forwarding = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", TakenOver, "X-Original-Proto", "X-Original-Host", "Forwarded", "Via", "X-Real-IP"];

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

    /// <summary>Gives an IPv4 address as such, also where it came in the form of IPv6.</summary>
    public static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
