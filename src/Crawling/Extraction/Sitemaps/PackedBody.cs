using System.IO.Compression;

namespace OpinionWatch.Crawling.Extraction.Sitemaps;

/// <summary>Opens a body that is a gzip file by itself, as sitemaps are published (<c>sitemap.xml.gz</c>), within a limit.</summary>
internal static class PackedBody
{
    private const int MostBytes = 20 * 1024 * 1024;
    private const int LargestRatio = 200;
    private const int RatioMattersFromBytes = 1024 * 1024;

    internal static bool IsPacked(ReadOnlySpan<byte> body) => body is [0x1F, 0x8B, 8, ..];

    /// <summary>Unpacks it; what is beyond the limits or broken is cut off, for the beginning of a list is better than none of it.</summary>
    internal static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> packed)
    {
        using var plain = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        var block = new byte[64 * 1024];
        try
        {
            while (plain.Length < MostBytes && stream.Read(block) is > 0 and var read)
            {
                plain.Write(block, 0, read);
                if (plain.Length > RatioMattersFromBytes && plain.Length / LargestRatio > packed.Length)
                {
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            // A file cut short on its way: what came of it is read.
        }

        return plain.ToArray();
    }
}
