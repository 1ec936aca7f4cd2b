using System.Net;
using System.Net.Sockets;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>A range of addresses (CIDR); a single address is a range of one. Bits behind the prefix are ignored.</summary>
public sealed class AddressRange
{
    private readonly byte[] _prefix;
    private readonly int _bits;

    private AddressRange(byte[] prefix, int bits)
    {
        _prefix = prefix;
        _bits = bits;
    }

    /// <summary>Reads <c>10.0.0.0/8</c>, <c>fd00::/8</c> or a single address.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static AddressRange Parse(string text) => TryParse(text, out var range) ? range! : throw new FormatException($"地址段无效：{text}");

    /// <summary>Reads a range; false when the text is none.</summary>
    public static bool TryParse(string text, out AddressRange? range)
    {
        range = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text.AsSpan().Trim() : text.AsSpan(0, slash).Trim(), out var address) || address.ScopeId() != 0)
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1).Trim(), out bits) || bits < 0 || bits > bytes.Length * 8))
        {
            return false;
        }

        range = new AddressRange(bytes, bits);
        return true;
    }

    /// <summary>Says whether the address, of the same family, lies in the range.</summary>
    public bool Contains(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length != _prefix.Length)
        {
            return false;
        }

        var whole = _bits / 8;
        var rest = _bits % 8;
        return bytes.AsSpan(0, whole).SequenceEqual(_prefix.AsSpan(0, whole))
            && (rest == 0 || (bytes[whole] ^ _prefix[whole]) >> (8 - rest) == 0);
    }
}

file static class AddressScope
{
    public static long ScopeId(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
