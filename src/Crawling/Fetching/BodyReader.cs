using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Reads a body to its end, undoing gzip, deflate, br and zstd, within limits of size and ratio.</summary>
internal static class BodyReader
{
    /// <summary>What we say we can decode.</summary>
    public const string AcceptEncoding = "gzip, deflate, br, zstd";

    private const int LargestRatio = 200;
    private const int RatioMattersFromBytes = 1024 * 1024;
    private const int MostEncodings = 2;
    private const int LargestWindowLog = 23;
    private const int BlockBytes = 16 * 1024;

    /// <param name="body">The body as it comes.</param>
    /// <param name="encodings">Values of Content-Encoding, in the order applied.</param>
    /// <param name="limit">Most bytes, before and after decoding.</param>
    /// <param name="cut">True gives the first <paramref name="limit"/> bytes of a longer body instead of refusing it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FaultException">Too large, too dense, or of an unknown encoding.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, IReadOnlyList<string> encodings, int limit, bool cut, CancellationToken cancellationToken)
    {
        await using var raw = new CountedStream(body, cut ? long.MaxValue : limit);
        await using var plain = Decode(raw, encodings);
        var buffer = new byte[BlockBytes];
        var length = 0;
        while (true)
        {
            var read = await ReadSomeAsync(plain, buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > limit)
            {
                return cut ? buffer.AsMemory(0, limit) : throw new FaultException(FetchFault.TooLarge, $"正文超过 {limit} 字节，未读完");
            }

            if (length > RatioMattersFromBytes && length / LargestRatio > raw.Count)
            {
                throw new FaultException(FetchFault.TooLarge, $"压缩比超过 {LargestRatio} 倍，疑为压缩炸弹");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
            }
        }
    }

    private static async ValueTask<int> ReadSomeAsync(Stream plain, Memory<byte> into, CancellationToken cancellationToken)
    {
        try
        {
            return await plain.ReadAsync(into, cancellationToken);
        }
        catch (ZstdException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    /// <summary>The window is that of RFC 9659 at most: a larger one is memory a stranger asks for.</summary>
    private static DecompressionStream Zstd(Stream stream)
    {
        var plain = new DecompressionStream(stream);
        plain.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LargestWindowLog);
        return plain;
    }

    private static Stream Decode(Stream body, IReadOnlyList<string> encodings)
    {
        var names = encodings.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (names.Count > MostEncodings)
        {
            throw new FaultException(FetchFault.BadContent, "内容编码层数过多");
        }

        var stream = body;
        foreach (var name in Enumerable.Reverse(names))
        {
            stream = name.ToLowerInvariant() switch
            {
                "identity" or "none" or "utf-8" => stream,
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "deflate" => new DeflateBody(stream),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                "zstd" => Zstd(stream),
                _ => throw new FaultException(FetchFault.BadContent, $"不认识的内容编码 {(name.Length > 20 ? name[..20] : name)}"),
            };
        }

        return stream;
    }
}
