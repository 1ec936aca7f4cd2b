namespace OpinionWatch.Crawling.Fetching;

/// <summary>Says which texts a stranger gave us may stand in a header of ours.</summary>
internal static class HeaderText
{
    /// <summary>Longest value that is sent back to whoever gave it.</summary>
    public const int Longest = 4096;

    /// <summary>True for printable ASCII of a bounded length; the HTTP stack refuses a whole request for anything else.</summary>
    public static bool CanBeSent(string value) => value.Length <= Longest && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
