using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Finds the incident whose matter a text tells in other words: rare letters, names, places, title, terms and time, weighed together.</summary>
/// <remarks>
/// The weights are in <see cref="KinshipWeights"/>: first those of two texts (<see cref="TextKinship"/>), then those of a text and all an incident has. A text belongs to
/// an incident when it is akin to its nearest telling and, on the whole, to the others too: what is akin to one alone is a round-up or a chain of look-alikes.
/// </remarks>
internal sealed class MatterKinship(IncidentBook book)
{
    private const int TextsCompared = 40;
    private const double Worth = -3;
    private readonly TextKinship _texts = new(book);
    private readonly KinshipCaution _caution = new(book);

    /// <summary>Finds the live incident; null when none is near enough.</summary>
    public Incident? Find(NewText text, Level level)
    {
        var nearest = new Dictionary<string, (Incident Incident, double Score, KnownText Known)>();
        var formLetters = new HashSet<string>();
        foreach (var known in book.Texts.Akin(text))
        {
            if (book.Follow(known.IncidentId) is not { IsLive: true } incident)
            {
                continue;
            }

            if (KinshipCaution.IsFormLetter(known, text))
            {
                formLetters.Add(incident.Id);
            }

            if (_texts.Score(text, known) is { } score && (!nearest.TryGetValue(incident.Id, out var best) || score > best.Score))
            {
                nearest[incident.Id] = (incident, score, known);
            }
        }

        return nearest.Values
            .Where(near => near.Score > Worth && !formLetters.Contains(near.Incident.Id))
            .Select(near => (near.Incident, Score: book.Kinship.ScoreIncident(Compare(near.Incident, text).ToArray()), Needed: _caution.Needed(near.Incident, near.Known, text, level)))
            .Where(near => near.Score > near.Needed)
            .OrderByDescending(near => near.Score)
            .ThenBy(near => near.Incident.Id, StringComparer.Ordinal)
            .FirstOrDefault().Incident;
    }

    /// <summary>Compares a text with all an incident has.</summary>
    internal IncidentFeatures Compare(Incident incident, NewText text) =>
        IncidentFeatures.Of([.. book.Texts.OfIncident(incident.Id).TakeLast(TextsCompared).Select(other => _texts.Score(text, other))]);
}
