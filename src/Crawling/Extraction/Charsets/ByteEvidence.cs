using System.Buffers;
using System.Text;

namespace OpinionWatch.Crawling.Extraction.Charsets;

/// <summary>What the bytes themselves say about their charset.</summary>
internal static class ByteEvidence
{
    private const int ZeroSampleBytes = 1024;

    internal static bool IsAscii(ReadOnlySpan<byte> body) => Ascii.IsValid(body);

    /// <summary>Gives UTF-16's byte order when every other byte of the beginning is mostly zero; null when it is not UTF-16.</summary>
    internal static string? Utf16Order(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, ZeroSampleBytes)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var needed = Math.Max(2, sample.Length / 5);
        return odd >= needed && even < odd / 4 ? "utf-16le" : even >= needed && odd < even / 4 ? "utf-16be" : null;
    }

    /// <summary>Leaves out a character that a size limit cut in two.</summary>
    internal static ReadOnlySpan<byte> WithoutCutEnd(ReadOnlySpan<byte> body)
    {
        for (var back = 1; back <= 3 && back <= body.Length; back++)
        {
            var value = body[^back];
            if (value >= 0xC0)
            {
                var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return length > back ? body[..^back] : body;
            }
        }

        return body;
    }

    /// <summary>True when UTF-8 sequences of three bytes occur, as every Chinese character is one.</summary>
    internal static bool HasThreeByteSequences(ReadOnlySpan<byte> validUtf8) => validUtf8.ContainsAnyInRange((byte)0xE0, (byte)0xEF);

    /// <summary>Share of non-ASCII bytes that are no part of a UTF-8 sequence; 0 when all is well.</summary>
    internal static double Utf8ErrorShare(ReadOnlySpan<byte> body)
    {
        int bad = 0, high = 0;
        for (var i = 0; i < body.Length;)
        {
            var next = body[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                break;
            }

            i += next;
            var status = Rune.DecodeFromUtf8(body[i..], out _, out var used);
            used = Math.Max(1, used);
            high += used;
            bad += status == OperationStatus.Done ? 0 : used;
            i += used;
        }

        return high == 0 ? 0 : (double)bad / high;
    }

    /// <summary>Share of non-ASCII bytes in pairs of GB2312's punctuation and frequent characters (rows 1, 3 and 16 to 55); near 1 for Chinese text in GBK.</summary>
    internal static double GbCommonShare(ReadOnlySpan<byte> body)
    {
        int common = 0, high = 0;
        for (var i = 0; i < body.Length;)
        {
            var next = body[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0 || i + next + 1 >= body.Length)
            {
                break;
            }

            i += next;
            high += 2;
            common += (body[i] is 0xA1 or 0xA3 or (>= 0xB0 and <= 0xD7)) && body[i + 1] >= 0xA1 ? 2 : 0;
            i += 2;
        }

        return high == 0 ? 0 : (double)common / high;
    }
}
