using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Evidence;

/// <summary>Records of WARC 1.1 (ISO 28500:2017), each a gzip member of its own (annex D).</summary>
internal static class WarcRecord
{
    /// <summary>Our header that says the body was decoded before it was stored.</summary>
    private const string Decoded = "X-OpinionWatch-Decoded";

    /// <summary>Headers that speak of the body on the wire and no longer fit the stored one.</summary>
    private static readonly string[] Wire = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>Gives the record a file begins with.</summary>
    public static byte[] Info(string file, Guid id, DateTimeOffset now)
    {
        var block = Encoding.UTF8.GetBytes("software: OpinionWatch\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        return Member(
            [
                ("WARC-Type", "warcinfo"),
                ("WARC-Record-ID", Urn(id)),
                ("WARC-Date", Date(now)),
                ("WARC-Filename", file),
                ("Content-Type", "application/warc-fields"),
            ],
            block);
    }

    /// <summary>Gives the record of an answer.</summary>
    public static byte[] Response(Page page, Guid id)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {page.Status} \r\n");
        foreach (var (name, value) in page.Headers)
        {
            var wire = Wire.Contains(name, StringComparer.OrdinalIgnoreCase);
            Append(head, wire ? "X-Wire-" + name : name, value);
        }

        Append(head, Decoded, "content and transfer coding were removed; the headers that told of them stand as X-Wire-*");
        Append(head, "Content-Length", page.Body.Length.ToString(CultureInfo.InvariantCulture));
        head.Append("\r\n");
        return Member(
            [
                ("WARC-Type", "response"),
                ("WARC-Record-ID", Urn(id)),
                ("WARC-Date", Date(page.FetchedAt)),
                ("WARC-Target-URI", page.Url.AbsoluteUri),
                ("WARC-Payload-Digest", Digest(page.Body.Span)),
                ("Content-Type", "application/http;msgtype=response"),
            ],
            [.. Encoding.Latin1.GetBytes(head.ToString()), .. page.Body.Span]);
    }

    /// <summary>Gives the record of the request that was answered.</summary>
    public static byte[] Request(Page page, Guid id, Guid response)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"GET {page.RequestedUrl.PathAndQuery} HTTP/1.1\r\n");
        if (!page.RequestHeaders.Any(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)))
        {
            Append(head, "Host", page.RequestedUrl.Authority);
        }

        foreach (var (name, value) in page.RequestHeaders)
        {
            Append(head, name, value);
        }

        head.Append("\r\n");
        return Member(
            [
                ("WARC-Type", "request"),
                ("WARC-Record-ID", Urn(id)),
                ("WARC-Date", Date(page.FetchedAt)),
                ("WARC-Target-URI", page.RequestedUrl.AbsoluteUri),
                ("WARC-Concurrent-To", Urn(response)),
                ("Content-Type", "application/http;msgtype=request"),
            ],
            Encoding.Latin1.GetBytes(head.ToString()));
    }

    private static byte[] Member(IReadOnlyList<(string Name, string Value)> fields, byte[] block)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in fields)
        {
            Append(head, name, value);
        }

        Append(head, "WARC-Block-Digest", Digest(block));
        Append(head, "Content-Length", block.Length.ToString(CultureInfo.InvariantCulture));
        head.Append("\r\n");
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(head.ToString()));
            gzip.Write(block);
            gzip.Write("\r\n\r\n"u8);
        }

        return target.ToArray();
    }

    /// <summary>A header's value comes from a hostile site: a line break in it would begin a header, or a record, of the site's own.</summary>
    private static void Append(StringBuilder head, string name, string value) =>
        head.Append(Line(name)).Append(": ").Append(Line(value)).Append("\r\n");

    private static string Line(string text) => text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 ? text : text.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ');

    private static string Urn(Guid id) => $"<urn:uuid:{id:D}>";

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
