using System.Net;
using System.Net.Sockets;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads web addresses and address ranges.</summary>
internal static class Web
{
    private const int LongestAddress = 2048;

    /// <summary>Parses an absolute http or https address; null when it is none.</summary>
    public static Uri? Parse(string text) =>
        text.Length <= LongestAddress
        && !text.Any(character => character is <= ' ' or '\u3000')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
            ? uri
            : null;

    /// <summary>Reads a key as a web address; null when absent or faulty.</summary>
    public static Uri? AddressOf(MapReader map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        var uri = Parse(text);
        if (uri is null)
        {
            map.Error(key, $"'{Shown.Of(text)}' is no address; write one that begins with http:// or https://");
        }

        return uri;
    }

    /// <summary>Parses an address range (<c>10.0.0.0/8</c>, <c>fd00::/8</c>) or a single address, and gives it with the host's bits cleared.</summary>
    public static string? ParseRange(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || (address.AddressFamily == AddressFamily.InterNetwork && text.Count(c => c == '.') != 3))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var length = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out length) || length > bytes.Length * 8))
        {
            return null;
        }

        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return $"{new IPAddress(bytes)}/{length}";
    }
}
