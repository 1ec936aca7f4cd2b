namespace OpinionWatch.Crawling.Rendering;

/// <summary>The browser as a whole does not answer as it should: it is ended, and another one started for the next page.</summary>
internal sealed class DevToolsException : Exception
{
    /// <summary>Says what it did not do.</summary>
    public DevToolsException(string message)
        : base(message)
    {
    }
}
