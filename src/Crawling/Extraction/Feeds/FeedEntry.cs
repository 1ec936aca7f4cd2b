using System.Text;

namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>The fields of one feed entry as they are gathered; the first of each name counts.</summary>
internal sealed class FeedEntry
{
    private readonly Dictionary<string, StringBuilder> _fields = new(StringComparer.Ordinal);

    /// <summary>Address of an Atom link element; null when there was none.</summary>
    internal string? Link { get; set; }

    /// <summary>True when the guid is said not to be an address.</summary>
    internal bool GuidIsNoLink { get; set; }

    /// <summary>Begins a field; null when the field was already given.</summary>
    internal StringBuilder? Begin(string name)
    {
        var builder = new StringBuilder();
        return _fields.TryAdd(name, builder) ? builder : null;
    }

    /// <summary>Finds the first of the named fields that has text; null when none has.</summary>
    internal string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var text) && text.ToString().Trim() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }
}
