using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>One text of one incident, as the book remembers it: reprints of it that are equal to the letter are counted in, not added.</summary>
internal sealed class KnownText(string incidentId, IncidentDocument document, DocumentPrints prints)
{
    /// <summary>The incident it belongs to.</summary>
    public string IncidentId { get; } = incidentId;

    /// <summary>The first document of this text.</summary>
    public IncidentDocument Document { get; } = document;

    /// <summary>Its fingerprints.</summary>
    public DocumentPrints Prints { get; } = prints;

    /// <summary>What its title has in common with one that answers it; null when too short.</summary>
    public string? TitleKey { get; } = Correlation.TitleKey.Of(document.Title);

    /// <summary>Pairs of letters of its title.</summary>
    public LetterPairs TitlePairs { get; } = LetterPairs.Of(document.Title ?? "");

    /// <summary>The earliest time one of its documents bears.</summary>
    public DateTimeOffset From { get; private set; } = TimeOf(document);

    /// <summary>The latest time one of its documents bears.</summary>
    public DateTimeOffset To { get; private set; } = TimeOf(document);

    /// <summary>Gives publication, or when it was first seen if that is not known.</summary>
    public static DateTimeOffset TimeOf(IncidentDocument document) => document.PublishedAt ?? document.FirstSeenAt;

    /// <summary>Counts an equal document in.</summary>
    public void Widen(IncidentDocument document)
    {
        var at = TimeOf(document);
        From = at < From ? at : From;
        To = at > To ? at : To;
    }

    /// <summary>Gives the time between this text and an instant; zero within its own span.</summary>
    public TimeSpan Distance(DateTimeOffset at) => at < From ? From - at : at > To ? at - To : TimeSpan.Zero;
}
