using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Pinned floors of correlation on texts written by somebody who had not seen it: 571 documents of 160 matters, 86 of them look-alikes of another.</summary>
public sealed class MattersTests
{
    private const double FloorPrecision = 0.80;
    private const double FloorRecall = 0.70;
    private const double FloorApart = 0.998;

    [Test]
    public void Tellings_of_one_matter_come_together_and_look_alikes_stay_apart()
    {
        var matters = LabelledMatters.Read();
        var incidents = Correlate(matters);

        long both = 0, sameMatter = 0, sameIncident = 0, pairs = 0;
        for (var i = 0; i < matters.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (matter, incident) = (matters[i].Matter == matters[j].Matter, incidents[i] == incidents[j]);
                (pairs, sameMatter, sameIncident, both) = (pairs + 1, sameMatter + (matter ? 1 : 0), sameIncident + (incident ? 1 : 0), both + (matter && incident ? 1 : 0));
            }
        }

        var (precision, recall) = ((double)both / sameIncident, (double)both / sameMatter);
        var apart = 1 - ((double)(sameIncident - both) / (pairs - sameMatter));
        TestContext.Out.WriteLine($"precision {precision:0.000}, recall {recall:0.000}, F1 {2 * precision * recall / (precision + recall):0.000}, kept apart {apart:0.0000}");
        Assert.That(matters, Has.Count.GreaterThanOrEqualTo(500));
        Assert.That(precision, Is.AtLeast(FloorPrecision));
        Assert.That(recall, Is.AtLeast(FloorRecall));
        Assert.That(apart, Is.AtLeast(FloorApart));
    }

    private static List<string?> Correlate(IReadOnlyList<LabelledMatter> matters)
    {
        var book = new IncidentBook();
        var opened = 0;
        var incidents = new List<string?>();
        foreach (var matter in matters)
        {
            var correlated = IncidentCorrelator.Correlate(matter.Document, matter.Analysis, book, new EscalationPolicy(), matter.SeenAt, () => $"i{++opened:000}");
            foreach (var change in correlated.Changes)
            {
                book.Apply(change);
            }

            incidents.Add(correlated.IncidentId);
        }

        return incidents;
    }
}
