namespace OpinionWatch.Crawling.Extraction.Charsets;

/// <summary>A body as text.</summary>
/// <param name="Text">The characters; what could not be decoded is U+FFFD.</param>
/// <param name="Charset">Name of the charset the bytes were read in, lower case.</param>
public sealed record DecodedText(string Text, string Charset);
