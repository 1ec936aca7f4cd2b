using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace OpinionWatch.Crawling.Extraction.Charsets;

/// <summary>Reads bytes as text: BOM, then header, then declaration, then detection; a declaration that contradicts the bytes is corrected.</summary>
/// <remarks>WHATWG Encoding §6 gives the order. GB2312 and GBK are read as GB18030, of which they are parts.</remarks>
public static class CharsetReader
{
    private const string Utf8Name = "utf-8";
    private const string GbName = "gb18030";
    private const int DetectionBytes = 64 * 1024;

    /// <summary>Reads <paramref name="body"/>. Never throws; undecodable bytes become U+FFFD.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">Value of the Content-Type header; null when absent.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByMark(body) is { } marked)
        {
            return marked;
        }

        var declared = EncodingNames.Canonical(DeclaredCharset.InHeader(contentType)) ?? EncodingNames.Canonical(DeclaredCharset.InBytes(body));
        var name = Choose(body, declared);
        var encoding = EncodingNames.Find(name);
        return encoding is null ? new(Encoding.UTF8.GetString(body), Utf8Name) : new(encoding.GetString(body), name);
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Encoding.UTF8.GetString(body[3..]), Utf8Name),
        [0xFF, 0xFE, 0, 0, ..] => new(Encoding.UTF32.GetString(body[4..]), "utf-32le"),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode.GetString(body[2..]), "utf-16le"),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode.GetString(body[2..]), "utf-16be"),
        _ => null,
    };

    private static string Choose(ReadOnlySpan<byte> body, string? declared)
    {
        if (ByteEvidence.Utf16Order(body) is { } utf16)
        {
            return utf16;
        }

        // Without a mark and without zero bytes it is not UTF-16, whatever is declared (WHATWG: such a meta means UTF-8).
        declared = declared is "utf-16le" or "utf-16be" ? null : declared;
        if (Utf8.IsValid(ByteEvidence.WithoutCutEnd(body)))
        {
            return ByteEvidence.IsAscii(body) ? declared ?? Utf8Name
                : declared is null or Utf8Name || ByteEvidence.HasThreeByteSequences(body) ? Utf8Name : declared;
        }

        var utf8Errors = ByteEvidence.Utf8ErrorShare(body);
        if (utf8Errors < 0.02)
        {
            return Utf8Name;
        }

        var gb = ByteEvidence.GbCommonShare(body);
        return declared switch
        {
            GbName when gb > 0.3 => GbName,
            null or Utf8Name or "windows-1252" or "iso-8859-1" when gb > 0.75 => GbName,
            null or Utf8Name or GbName => Detected(body) ?? (gb > 0.3 ? GbName : Utf8Name),
            _ => declared,
        };
    }

    private static string? Detected(ReadOnlySpan<byte> body)
    {
        var best = CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, DetectionBytes)]).Detected;
        return best is { Confidence: > 0.5f } ? EncodingNames.Canonical(best.EncodingName) : null;
    }
}
