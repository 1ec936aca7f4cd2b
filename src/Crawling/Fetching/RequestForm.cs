namespace OpinionWatch.Crawling.Fetching;

/// <summary>What a page sends with a request of its own scripts, as when it asks for a list.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">Their type; null when it says none.</param>
public sealed record RequestForm(IReadOnlyList<byte> Body, string? ContentType);
