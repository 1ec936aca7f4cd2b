using System.Collections.Frozen;
using System.Text.Json;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Something that happened in a page.</summary>
/// <param name="Method">What, one of those below.</param>
/// <param name="Parameters">The particulars.</param>
internal sealed record DevToolsEvent(string Method, JsonElement Parameters)
{
    /// <summary>A request waits for our answer.</summary>
    public const string Paused = "Fetch.requestPaused";

    /// <summary>A request waits for our answer that is too large to be looked at; our own word, not the protocol's.</summary>
    public const string Oversized = "Fetch.requestPaused (oversized)";

    /// <summary>The page and what it is made of have come.</summary>
    public const string Loaded = "Page.loadEventFired";

    /// <summary>A script asks the person at the screen, who is not there.</summary>
    public const string Dialog = "Page.javascriptDialogOpening";

    /// <summary>The page's process has ended.</summary>
    public const string Crashed = "Inspector.targetCrashed";

    /// <summary>The events that are handed on; there are many others.</summary>
    public static FrozenSet<string> Wanted { get; } = new[] { Paused, Loaded, Dialog, Crashed }.ToFrozenSet(StringComparer.Ordinal);
}
