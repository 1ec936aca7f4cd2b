using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Alerts.Links;

/// <summary>Makes and reads the tokens of the links by which a person acknowledges from a mail (签收链接): incident, person and end, signed with HMAC-SHA256 (RFC 2104).</summary>
/// <remarks>
/// Whoever has a token may acknowledge that incident in that person's name until it ends, and nothing else. Layout: version, end in Unix seconds, length of the incident's id, the two
/// ids in UTF-8, the first 16 bytes of the signature; all of it in base64url.
/// </remarks>
public sealed class AcknowledgeTokens
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const byte Version = 1;
    private const int HeadBytes = 1 + 8 + 1;
    private const int SignatureBytes = 16;
    private const int MostCharacters = 1000;

    private readonly byte[] _key;

    /// <summary>Takes the key.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="KeyBytes"/>.</exception>
    public AcknowledgeTokens(ReadOnlySpan<byte> key)
    {
        if (key.Length < KeyBytes)
        {
            throw new ArgumentException($"A key has at least {KeyBytes} bytes, this one {key.Length}.", nameof(key));
        }

        // A key of its own for each use: what the file's key may sign some day for another purpose opens nothing here.
        _key = HMACSHA256.HashData(key, "OpinionWatch acknowledge link 1"u8);
    }

    /// <summary>Makes a token that ends <see cref="Validity"/> after <paramref name="from"/>.</summary>
    /// <exception cref="ArgumentException">The incident's id is longer than 255 bytes.</exception>
    public string Issue(string incidentId, string contactId, DateTimeOffset from)
    {
        var (incident, contact) = (Encoding.UTF8.GetBytes(incidentId), Encoding.UTF8.GetBytes(contactId));
        if (incident.Length > byte.MaxValue)
        {
            throw new ArgumentException("The id of the incident is too long.", nameof(incidentId));
        }

        var token = new byte[HeadBytes + incident.Length + contact.Length + SignatureBytes];
        token[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1), (from + Validity).ToUnixTimeSeconds());
        token[HeadBytes - 1] = (byte)incident.Length;
        incident.CopyTo(token, HeadBytes);
        contact.CopyTo(token, HeadBytes + incident.Length);
        Sign(token.AsSpan(0, token.Length - SignatureBytes)).CopyTo(token.AsSpan(token.Length - SignatureBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token; null when it is not one of ours, or altered.</summary>
    public AcknowledgeTicket? Read(string text)
    {
        if (text.Length > MostCharacters || Decode(text) is not { } token || token.Length < HeadBytes + SignatureBytes || token[0] != Version)
        {
            return null;
        }

        var signed = token.AsSpan(0, token.Length - SignatureBytes);
        var incidentBytes = token[HeadBytes - 1];
        if (!CryptographicOperations.FixedTimeEquals(Sign(signed), token.AsSpan(signed.Length)) || signed.Length < HeadBytes + incidentBytes)
        {
            return null;
        }

        return new AcknowledgeTicket(
            Encoding.UTF8.GetString(signed.Slice(HeadBytes, incidentBytes)),
            Encoding.UTF8.GetString(signed[(HeadBytes + incidentBytes)..]),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(signed[1..])));
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> signed) => HMACSHA256.HashData(_key, signed).AsSpan(0, SignatureBytes);
}
