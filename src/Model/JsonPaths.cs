namespace OpinionWatch.Model;

/// <summary>Where the parts of a list stand in a JSON answer: <c>json:</c> of a site.</summary>
/// <remarks>A path is <c>data.list</c>, <c>data.groups[*].items</c> or <c>rows[0]</c>, from the root for <see cref="Items"/> and from the item for the rest.
/// <see cref="Url"/> and <see cref="Title"/> may be a text with paths in braces, as <c>https://example.cn/d/{id}.html</c>.</remarks>
public sealed record JsonPaths
{
    /// <summary>Path of the items; null finds them.</summary>
    public string? Items { get; init; }

    /// <summary>Path of the headline; null finds it.</summary>
    public string? Title { get; init; }

    /// <summary>Path of the address, or a text with paths in braces; null finds it.</summary>
    public string? Url { get; init; }

    /// <summary>Path of the time of publication; null finds it.</summary>
    public string? Time { get; init; }

    /// <summary>Path of the text; null finds it.</summary>
    public string? Text { get; init; }

    /// <summary>Path of the author; null finds it.</summary>
    public string? Author { get; init; }

    /// <summary>False takes what the answer says as the whole document and asks for no page. Default true.</summary>
    public bool Fetch { get; init; } = true;
}
