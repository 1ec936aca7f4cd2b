using System.Net;
using System.Net.Sockets;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Keeps the crawler out of the internal network: says which addresses may be connected to.</summary>
/// <remarks>Ranges after the IANA special-purpose registries (RFC 6890); addresses that carry another one inside (mapped, NAT64, 6to4, ISATAP) are judged by the inner one.</remarks>
public static class AddressGuard
{
    private static readonly AddressRange[] Internal =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/63", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8",
        }.Select(AddressRange.Parse),
    ];

    private static readonly AddressRange Nat64 = AddressRange.Parse("64:ff9b::/96");
    private static readonly AddressRange SixToFour = AddressRange.Parse("2002::/16");

    /// <summary>Says whether a connection to the address is allowed.</summary>
    /// <param name="address">The address that would be connected to.</param>
    /// <param name="allowed">Ranges the configuration lets through (<see cref="CrawlingOptions.AllowAddresses"/>); texts that are no ranges are ignored.</param>
    public static bool Allows(IPAddress address, IReadOnlyList<string> allowed)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (allowed.Any(text => AddressRange.TryParse(text, out var range) && range!.Contains(plain)))
        {
            return true;
        }

        return Inner(plain) is { } inner ? Allows(inner, allowed) && !IsInternal(plain) : !IsInternal(plain);
    }

    private static bool IsInternal(IPAddress address) => Array.Exists(Internal, range => range.Contains(address));

    private static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }

        if (SixToFour.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        return bytes is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..] ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }
}
