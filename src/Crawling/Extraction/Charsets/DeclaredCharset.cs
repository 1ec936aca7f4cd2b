using System.Text;

namespace OpinionWatch.Crawling.Extraction.Charsets;

/// <summary>Finds the charset a page declares: in its header, its meta element or its XML declaration.</summary>
internal static class DeclaredCharset
{
    private const int PrescanBytes = 2048;
    private const string Parameter = "charset";

    /// <summary>Finds the charset parameter of a Content-Type; null when there is none.</summary>
    internal static string? InHeader(string? contentType) => contentType is null ? null : After(contentType, Parameter);

    /// <summary>Finds the charset declared within the first 2 KiB; null when there is none.</summary>
    internal static string? InBytes(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, PrescanBytes)]);
        var start = head.IndexOf("<?xml", StringComparison.Ordinal);
        if (start >= 0)
        {
            var end = head.IndexOf("?>", start, StringComparison.Ordinal);
            if (After(end < 0 ? head[start..] : head[start..end], "encoding") is { } declared)
            {
                return declared;
            }
        }

        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 5)
        {
            var end = head.IndexOf('>', at);
            if (After(end < 0 ? head[at..] : head[at..end], Parameter) is { } declared)
            {
                return declared;
            }
        }

        return null;
    }

    private static string? After(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var rest = text.AsSpan(at + name.Length).TrimStart();
            if (rest.Length == 0 || rest[0] != '=')
            {
                continue;
            }

            rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
            var length = 0;
            while (length < rest.Length && length < 40 && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or ':' or '.'))
            {
                length++;
            }

            if (length > 0)
            {
                return rest[..length].ToString().ToLowerInvariant();
            }
        }

        return null;
    }
}
