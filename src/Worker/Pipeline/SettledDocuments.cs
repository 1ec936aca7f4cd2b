using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Remembers which documents were kept and how they were judged, so that a thread visited again does not write the same floors again.</summary>
/// <remarks>Only spares work: forgetting costs one more write. Bounded; when full it begins anew.</remarks>
internal sealed class SettledDocuments
{
    private const int Most = 100_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string? Hash, Level Level, string Version)> _known = [];

    /// <summary>Says whether the document was kept with this text, judged alike by the same rules.</summary>
    public bool Contains(Document document, Analysis analysis)
    {
        lock (_gate)
        {
            return _known.TryGetValue(document.Id, out var known) && known == (document.ContentHash, analysis.Level, analysis.LexiconVersion) && document.ContentHash is not null;
        }
    }

    /// <summary>Remembers a document that was kept.</summary>
    public void Add(Document document, Analysis analysis)
    {
        lock (_gate)
        {
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[document.Id] = (document.ContentHash, analysis.Level, analysis.LexiconVersion);
        }
    }
}
