using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>One place where the matter was published.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="Title">Headline there; may be empty.</param>
/// <param name="Url">Its http or https address; null when there is none.</param>
/// <param name="PublishedAt">When, in words; may be empty.</param>
internal sealed record MatterSource(string Name, string Title, string? Url, string PublishedAt)
{
    public static MatterSource Of(IncidentDocument document, IReadOnlyDictionary<string, string> names, ZoneTime zone)
    {
        var name = document.Site is null ? "工作人员上报" : names.GetValueOrDefault(document.Site, document.Site);
        return new MatterSource(
            PlainText.OneLine(name, 30),
            PlainText.OneLine(document.Title, 60),
            WebAddress(document.Url),
            document.PublishedAt is { } at ? zone.Full(at) : "");
    }

    /// <summary>Gives the address in its escaped form when it may be linked: http or https, of bearable length.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.AbsoluteUri.Length <= 2000 ? uri.AbsoluteUri : null;
}
