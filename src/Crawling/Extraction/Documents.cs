using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Names documents and fingerprints their content.</summary>
internal static class Documents
{
    /// <summary>Gives the stable id of what stands at <paramref name="canonicalUrl"/>: first 16 bytes of SHA-256, lower-case hexadecimal.</summary>
    /// <param name="canonicalUrl">Canonical address.</param>
    /// <param name="part">Post id or floor inside the page; empty for an article.</param>
    internal static string Id(string canonicalUrl, string part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalUrl + "#" + part)).AsSpan(0, 16));

    /// <summary>Completes a document with what its source and page say, and with its hash; control characters are left out of its texts.</summary>
    internal static Document Complete(Document document, Page page, Source source, string charset)
    {
        var title = ControlCharacters.Remove(document.Title);
        var text = ControlCharacters.Remove(document.Text)!;
        return document with
        {
            Title = title,
            Text = text,
            Author = ControlCharacters.Remove(document.Author),
            Site = source.Id,
            Tier = source.Tier,
            Region = source.Region,
            FetchedAt = page.FetchedAt,
            Charset = charset,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text))),
        };
    }

    /// <summary>Reads a count such as 1,234 or 1.2万; null when there is none.</summary>
    internal static int? Count(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.AsSpan().Trim();
        var length = 0;
        while (length < trimmed.Length && (char.IsAsciiDigit(trimmed[length]) || trimmed[length] is ',' or '.'))
        {
            length++;
        }

        if (!double.TryParse(trimmed[..length].ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var many = length < trimmed.Length && trimmed[length] is '万' or 'w' or 'W';
        return (int)Math.Min(int.MaxValue, value * (many ? 10_000 : 1));
    }
}
