using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Alerts.Channels.Sms.Aliyun;

/// <summary>Signs requests to Aliyun (ACS3-HMAC-SHA256, help.aliyun.com document 2593177). Pure.</summary>
public static class AliyunSignature
{
    private const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>Signs a request.</summary>
    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="path">Path, escaped.</param>
    /// <param name="query">Query values, unescaped, in any order.</param>
    /// <param name="headers">Headers to sign, names in small letters, in any order.</param>
    /// <param name="bodyHash">SHA-256 of the body, hexadecimal.</param>
    /// <param name="keyId">AccessKey ID.</param>
    /// <param name="secret">AccessKey secret.</param>
    public static Signed Sign(string method, string path, IEnumerable<KeyValuePair<string, string>> query, IEnumerable<KeyValuePair<string, string>> headers, string bodyHash, string keyId, string secret)
    {
        var sorted = headers.OrderBy(header => header.Key, StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(header => header.Key));
        var lines = string.Concat(sorted.Select(header => $"{header.Key}:{header.Value.Trim()}\n"));
        var canonical = $"{method}\n{path}\n{Query(query)}\n{lines}\n{names}\n{bodyHash}";
        var hash = Hash(Encoding.UTF8.GetBytes(canonical));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{Algorithm}\n{hash}")));
        return new Signed(hash, signature, $"{Algorithm} Credential={keyId},SignedHeaders={names},Signature={signature}");
    }

    /// <summary>Writes query values sorted and escaped, as they are signed and sent.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Gives the SHA-256 in hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What signing gave.</summary>
    /// <param name="CanonicalHash">SHA-256 of the canonical request.</param>
    /// <param name="Signature">The signature alone.</param>
    /// <param name="Authorization">The whole header.</param>
    public sealed record Signed(string CanonicalHash, string Signature, string Authorization);
}
