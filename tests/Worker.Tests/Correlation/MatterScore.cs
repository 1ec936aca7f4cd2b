using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>How well incidents agree with matters, over all pairs of documents.</summary>
internal sealed record MatterScore(double Precision, double Recall, double Apart, long WrongPairs)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Correlates the documents in their order and counts the pairs both of whose documents are <paramref name="counted"/>.</summary>
    public static MatterScore Of(IReadOnlyList<LabelledMatter> matters, IncidentBook book, Func<LabelledMatter, bool> counted)
    {
        var incidents = Correlate(matters, book).Where((_, index) => counted(matters[index])).ToList();
        var labels = matters.Where(counted).Select(matter => matter.Matter).ToList();
        long both = 0, sameMatter = 0, sameIncident = 0, pairs = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (matter, incident) = (labels[i] == labels[j], incidents[i] is not null && incidents[i] == incidents[j]);
                (pairs, sameMatter, sameIncident, both) = (pairs + 1, sameMatter + (matter ? 1 : 0), sameIncident + (incident ? 1 : 0), both + (matter && incident ? 1 : 0));
            }
        }

        return new((double)both / sameIncident, (double)both / sameMatter, 1 - ((double)(sameIncident - both) / (pairs - sameMatter)), sameIncident - both);
    }

    public override string ToString() => $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}, kept apart {Apart:0.0000}";

    /// <summary>Correlates the documents in their order; gives the incident of each, null when it is in none.</summary>
    internal static IEnumerable<string?> Correlate(IReadOnlyList<LabelledMatter> matters, IncidentBook book, string prefix = "i")
    {
        var opened = 0;
        foreach (var matter in matters)
        {
            var correlated = IncidentCorrelator.Correlate(matter.Document, matter.Analysis, book, new EscalationPolicy(), matter.SeenAt, () => $"{prefix}{++opened:000}");
            foreach (var change in correlated.Changes)
            {
                book.Apply(change);
            }

            yield return correlated.IncidentId;
        }
    }
}
