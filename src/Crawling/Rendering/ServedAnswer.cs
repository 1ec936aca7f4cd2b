namespace OpinionWatch.Crawling.Rendering;

/// <summary>What a page is given for a request of its own.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Headers">The few headers a script may need.</param>
/// <param name="Body">The body, decoded.</param>
internal sealed record ServedAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
