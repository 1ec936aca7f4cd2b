using System.Buffers;
using System.Text;

namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>Decodes the bytes of a configuration file as editors, Excel and WPS save them.</summary>
internal static class FileText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(code => code is not ('\t' or '\n' or '\r'))]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8 with or without BOM, UTF-16 with BOM, and GB18030.</summary>
    /// <returns>The text without BOM and what it was decoded from; or null and why not, with the line of the first byte that fits nothing.</returns>
    public static (string? Text, string Charset, string? Why, int Line) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return (null, "", "this is a workbook or an archive, not a text file; in Excel or WPS save it as 'CSV UTF-8'", 1);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Checked(new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: false).GetString(bytes[2..]), "UTF-16");
        }

        var body = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        try
        {
            return Checked(StrictUtf8.GetString(body), "UTF-8");
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + body[..Math.Clamp(fault.Index, 0, body.Length)].Count((byte)'\n');
            return body.Length < bytes.Length || IsDamagedUtf8(body)
                ? (null, "", "a byte here is not UTF-8, while the rest of the file is; write the character again and save as UTF-8", line)
                : DecodeGb18030(body, line);
        }
    }

    private static (string? Text, string Charset, string? Why, int Line) DecodeGb18030(ReadOnlySpan<byte> body, int line)
    {
        try
        {
            var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            return Checked(gb18030.GetString(body), "GB18030");
        }
        catch (DecoderFallbackException)
        {
            return (null, "", "the file is neither UTF-8 nor GB18030 from here on; save it as UTF-8", line);
        }
    }

    private static (string? Text, string Charset, string? Why, int Line) Checked(string text, string charset)
    {
        var bad = text.AsSpan().IndexOfAny(Controls);
        return bad < 0 ? (text, charset, null, 1) : (null, "", $"a control character (U+{(int)text[bad]:X4}) stands in this line; this is no text file, or it is damaged", 1 + text.AsSpan(0, bad).Count('\n'));
    }

    // Chinese GB18030 read as UTF-8 is almost all replacement characters; a damaged UTF-8 file has few.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> body)
    {
        var replaced = 0;
        var good = 0;
        foreach (var character in Encoding.UTF8.GetString(body))
        {
            if (character == '\uFFFD')
            {
                replaced++;
            }
            else if (character >= '\u0800')
            {
                good++;
            }
        }

        return good > replaced * 4;
    }
}
