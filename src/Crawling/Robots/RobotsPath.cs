using System.Text;

namespace OpinionWatch.Crawling.Robots;

/// <summary>The form in which paths and patterns are compared octet by octet (RFC 9309 §2.2.2): what need not be encoded is decoded, everything outside US-ASCII is encoded, hexadecimal digits are upper case.</summary>
public static class RobotsPath
{
    /// <summary>Normalises a pattern; <c>*</c> and <c>$</c> keep their special meaning.</summary>
    public static string OfPattern(string pattern) => Normalise(pattern, special: true);

    /// <summary>Gives path and query of an address; a literal <c>*</c> or <c>$</c> is encoded, as a pattern has to name it.</summary>
    public static string OfUrl(Uri url) => Normalise(url.PathAndQuery, special: false);

    private static string Normalise(string text, bool special)
    {
        var result = new StringBuilder(text.Length + 16);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                value = Convert.ToByte($"{(char)bytes[i + 1]}{(char)bytes[i + 2]}", 16);
                i += 2;
                if (IsUnreserved(value))
                {
                    result.Append((char)value);
                    continue;
                }

                result.Append('%').Append(value.ToString("X2"));
            }
            else if (value is <= 0x20 or >= 0x7f || (!special && (value is (byte)'*' or (byte)'$')))
            {
                result.Append('%').Append(value.ToString("X2"));
            }
            else
            {
                result.Append((char)value);
            }
        }

        return result.ToString();
    }

    private static bool IsUnreserved(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
