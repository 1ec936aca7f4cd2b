using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Learns the weights of <c>KinshipWeights</c> anew from the labelled set: <c>dotnet test tests/Worker.Tests --filter The_weights_of_kinship_are_learned</c>.</summary>
[Explicit("Prints weights; they are pasted into KinshipWeights by hand after MattersTests was looked at.")]
public sealed class KinshipLearner
{
    private const int Rounds = 3000;
    private const double Step = 0.5;
    private const double Decay = 1e-4;

    /// <param name="half">Matters learned from; null = all. The other half is then unseen.</param>
    [TestCase(null)]
    [TestCase(true)]
    [TestCase(false)]
    public void The_weights_of_kinship_are_learned(bool? half)
    {
        var matters = LabelledMatters.Read();
        var (features, labels) = Pairs([.. matters.Where(matter => half is null || matter.IsOdd == half)]);

        var weights = Learn(features, labels);

        var unseen = MatterScore.Of(matters, new IncidentBook(kinship: new KinshipWeights(weights[0], [.. weights.Skip(1)])), matter => half is null || matter.IsOdd != half);
        TestContext.Out.WriteLine($"{(half is null ? "all, as learned" : "the other half, unseen")}: {unseen}");
        TestContext.Out.WriteLine($"{features.Count} pairs, {labels.Count(label => label)} of one matter; base {weights[0]:0.00}; weights [{string.Join(", ", weights.Skip(1).Select(weight => $"{weight:0.00}"))}]");
        Assert.That(weights, Is.All.Not.NaN);
    }

    /// <summary>Compares each document with all before it, in a book that knows the labels.</summary>
    private static (List<double[]> Features, List<bool> Labels) Pairs(IReadOnlyList<LabelledMatter> matters)
    {
        var book = new IncidentBook();
        var kinship = new MatterKinship(book);
        var (features, labels) = (new List<double[]>(), new List<bool>());
        foreach (var matter in matters)
        {
            var text = NewText.Of(matter.Document, matter.Analysis, book.Texts.Common, matter.SeenAt);
            foreach (var incident in book.All)
            {
                foreach (var known in book.Texts.OfIncident(incident.Id))
                {
                    if (kinship.Compare(text, known)?.ToArray() is { } compared)
                    {
                        features.Add([1, .. compared]);
                        labels.Add(incident.Id == matter.Matter);
                    }
                }
            }

            var kept = IncidentTexts.Keep(matter.Document, matter.Analysis, DocumentRelation.First, text.Prints.Fingerprints, matter.SeenAt);
            book.Apply(book.Find(matter.Matter) is null
                ? new IncidentChange.Opened(Opened(matter, kept)) { IncidentId = matter.Matter, At = matter.SeenAt }
                : new IncidentChange.Joined(kept) { IncidentId = matter.Matter, At = matter.SeenAt, Topics = matter.Analysis.Topics });
        }

        return (features, labels);
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

    /// <summary>Logistic regression by gradient descent on standardised features; gives the weights of the features as they are.</summary>
    private static double[] Learn(List<double[]> features, List<bool> labels)
    {
        var width = features[0].Length;
        var mean = Enumerable.Range(0, width).Select(i => i == 0 ? 0 : features.Average(row => row[i])).ToArray();
        var spread = Enumerable.Range(0, width).Select(i => i == 0 ? 1 : Math.Max(1e-9, Math.Sqrt(features.Average(row => Math.Pow(row[i] - mean[i], 2))))).ToArray();
        var rows = features.Select(row => row.Select((value, i) => (value - mean[i]) / spread[i]).ToArray()).ToArray();
        var weights = new double[width];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[width];
            for (var row = 0; row < rows.Length; row++)
            {
                var sum = 0.0;
                for (var i = 0; i < width; i++)
                {
                    sum += weights[i] * rows[row][i];
                }

                var error = (1 / (1 + Math.Exp(-sum))) - (labels[row] ? 1 : 0);
                for (var i = 0; i < width; i++)
                {
                    slope[i] += error * rows[row][i];
                }
            }

            for (var i = 0; i < width; i++)
            {
                weights[i] -= Step * ((slope[i] / rows.Length) + (Decay * weights[i]));
            }
        }

        var plain = weights.Select((weight, i) => weight / spread[i]).ToArray();
        plain[0] = weights[0] - Enumerable.Range(1, width - 1).Sum(i => plain[i] * mean[i]);
        return plain;
    }
}
