using System.Text;

namespace OpinionWatch.Crawling.Extraction.Charsets;

/// <summary>Names of charsets as pages write them, and the encodings behind them.</summary>
internal static class EncodingNames
{
    /// <summary>Gives the name we use; null when <paramref name="name"/> is null or nothing we can read.</summary>
    internal static string? Canonical(string? name) => name?.ToLowerInvariant() switch
    {
        null => null,
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "gb-18030" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "csgb2312" or "euc-cn" or "x-cp20936" => "gb18030",
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => "utf-8",
        "ascii" or "us-ascii" => null,
        "utf-16" or "utf-16le" or "unicode" => "utf-16le",
        "utf-16be" => "utf-16be",
        "big5" or "big5-hkscs" or "cn-big5" or "x-x-big5" => "big5",
        "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" => "windows-1252",
        var other => Find(other) is null ? null : other,
    };

    /// <summary>Finds the encoding of a name; undecodable bytes become U+FFFD. Null when unknown.</summary>
    internal static Encoding? Find(string name)
    {
        // UTF-7 was a way to smuggle scripts; no browser reads it.
        if (name.StartsWith("utf-7", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
