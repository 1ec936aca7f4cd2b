using System.Globalization;
using System.Text;

namespace OpinionWatch.Crawling.Extraction.Addresses;

/// <summary>Normalises percent-encoding (RFC 3986 §6.2.2.2): unreserved characters plain, hexadecimal digits in upper case.</summary>
internal static class PercentEncoding
{
    internal static string Normalise(string text)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Append(result, value);
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, byte value)
    {
        if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
        {
            result.Append((char)value);
        }
        else
        {
            result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }
    }
}
