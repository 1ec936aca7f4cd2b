using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Alerts.Channels.Sms.Tencent;

/// <summary>Signs requests to Tencent Cloud (TC3-HMAC-SHA256). Pure.</summary>
public static class TencentSignature
{
    private const string Algorithm = "TC3-HMAC-SHA256";

    /// <summary>Signs a POST to <c>/</c>.</summary>
    /// <param name="service">The service, e.g. <c>sms</c>.</param>
    /// <param name="headers">Headers to sign, names in small letters, in any order.</param>
    /// <param name="body">The body as sent.</param>
    /// <param name="at">When.</param>
    /// <param name="secretId">SecretId.</param>
    /// <param name="secretKey">SecretKey.</param>
    public static Signed Sign(string service, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body, DateTimeOffset at, string secretId, string secretKey)
    {
        var sorted = headers.OrderBy(header => header.Key, StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(header => header.Key));
        var lines = string.Concat(sorted.Select(header => $"{header.Key}:{header.Value.Trim()}\n"));
        var canonical = Hash(Encoding.UTF8.GetBytes($"POST\n/\n\n{lines}\n{names}\n{Hash(body)}"));

        var date = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scope = $"{date}/{service}/tc3_request";
        var key = Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("TC3" + secretKey), date), service), "tc3_request");
        var signature = Convert.ToHexStringLower(Hmac(key, $"{Algorithm}\n{at.ToUnixTimeSeconds()}\n{scope}\n{canonical}"));
        return new Signed(canonical, signature, $"{Algorithm} Credential={secretId}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    /// <summary>Gives the SHA-256 in hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>What signing gave.</summary>
    /// <param name="CanonicalHash">SHA-256 of the canonical request.</param>
    /// <param name="Signature">The signature alone.</param>
    /// <param name="Authorization">The whole header.</param>
    public sealed record Signed(string CanonicalHash, string Signature, string Authorization);
}
