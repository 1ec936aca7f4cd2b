using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Learns weights of kinship from labelled matters: first of two texts, then of a text and an incident.</summary>
internal static class KinshipTeacher
{
    private const double Decay = 0.003;
    private const double Worth = -3;

    /// <summary>How much those of other matters count together, against those of the text's own.</summary>
    private const double Others = 4;

    /// <summary>Added to the base of incidents: chosen for the best F1 on the odd matters of both sets, since the cases are not as common as they are counted.</summary>
    private const double Lean = 1.4;

    /// <summary>Learns from sets that do not know of each other. Each text counts alike, however much is known of its matter.</summary>
    public static KinshipWeights Learn(params IReadOnlyList<LabelledMatter>[] sets)
    {
        var cases = new Cases();
        foreach (var set in sets)
        {
            Walk(set, new IncidentBook(), (book, text, matter) =>
            {
                var kinship = new TextKinship(book);
                cases.Add(book.All.SelectMany(incident => book.Texts.OfIncident(incident.Id))
                    .Where(known => !kinship.Conflict(text, known))
                    .Select(known => (kinship.Compare(text, known)?.ToArray(), known.IncidentId == matter.Matter)));
            });
        }

        var (start, weights) = cases.Learn();
        var texts = new KinshipWeights(start, weights, 0, new double[IncidentFeatures.Count]);
        cases = new Cases();
        foreach (var set in sets)
        {
            Walk(set, new IncidentBook(kinship: texts), (book, text, matter) =>
            {
                var kinship = new MatterKinship(book);
                cases.Add(book.All
                    .Select(incident => (incident.Id, Compared: kinship.Compare(incident, text)))
                    .Where(pair => pair.Compared.Nearest > Worth)
                    .Select(pair => (pair.Compared.ToArray(), pair.Id == matter.Matter))!);
            });
        }

        (start, weights) = cases.Learn();
        return texts with { IncidentBase = start + Lean, IncidentWeights = weights };
    }

    /// <summary>Goes through a set with a book that knows the labels.</summary>
    private static void Walk(IReadOnlyList<LabelledMatter> matters, IncidentBook book, Action<IncidentBook, NewText, LabelledMatter> look)
    {
        foreach (var matter in matters)
        {
            var text = NewText.Of(matter.Document, matter.Analysis, book.Texts.Common, matter.SeenAt);
            look(book, text, matter);
            var kept = IncidentTexts.Keep(matter.Document, matter.Analysis, DocumentRelation.First, text.Prints.Fingerprints, matter.SeenAt);
            book.Apply(book.Find(matter.Matter) is null
                ? new IncidentChange.Opened(Opened(matter, kept)) { IncidentId = matter.Matter, At = matter.SeenAt }
                : new IncidentChange.Joined(kept) { IncidentId = matter.Matter, At = matter.SeenAt, Topics = matter.Analysis.Topics });
        }
    }

    private static Incident Opened(LabelledMatter matter, IncidentDocument kept) => new()
    {
        Id = matter.Matter,
        Level = Level.General,
        LevelSince = matter.SeenAt,
        Title = matter.Document.Title ?? "",
        OpenedAt = matter.SeenAt,
        Documents = [kept],
        Topics = [.. matter.Analysis.Topics],
    };

    private sealed class Cases
    {
        private readonly List<double[]> _features = [];
        private readonly List<bool> _labels = [];
        private readonly List<double> _counts = [];

        public void Add(IEnumerable<(double[]? Features, bool Label)> ofText)
        {
            var cases = ofText.Where(one => one.Features is not null).ToList();
            foreach (var (features, label) in cases)
            {
                _features.Add(features!);
                _labels.Add(label);
                _counts.Add((label ? 1.0 : Others) / cases.Count(one => one.Label == label));
            }
        }

        public (double Base, double[] Weights) Learn() => LogisticRegression.Learn(_features, _labels, _counts, Decay);
    }
}
