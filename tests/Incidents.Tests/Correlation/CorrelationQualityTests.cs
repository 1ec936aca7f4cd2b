using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Tests.Correlation;

/// <summary>Pinned floors on the labelled set.</summary>
public sealed class CorrelationQualityTests
{
    private const double FloorF1 = 0.93;

    [Test]
    public void Reprints_and_retellings_are_found_and_no_look_alike_is_merged()
    {
        var items = Matters.All();
        var incidents = Correlate(items, new IncidentBook());

        int both = 0, sameIncident = 0, sameMatter = 0;
        var wrong = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count; j++)
            {
                var matter = items[i].Matter == items[j].Matter;
                var incident = incidents[i] == incidents[j];
                sameMatter += matter ? 1 : 0;
                sameIncident += incident ? 1 : 0;
                both += matter && incident ? 1 : 0;
                if (matter && !incident)
                {
                    TestContext.Out.WriteLine($"missed: {items[i].Document.Id} + {items[j].Document.Id}");
                }

                if (incident && !matter)
                {
                    wrong.Add($"{items[i].Document.Id} + {items[j].Document.Id}");
                }
            }
        }

        var f1 = 2.0 * both / (sameIncident + sameMatter);
        TestContext.Out.WriteLine($"{items.Count} documents, {items.Select(item => item.Matter).Distinct().Count()} matters, F1 {f1:0.000}");
        Assert.That(items, Has.Count.GreaterThanOrEqualTo(120));
        Assert.That(wrong, Is.Empty);
        Assert.That(f1, Is.AtLeast(FloorF1));
    }

    [Test]
    public void The_same_documents_give_the_same_changes_and_the_book_is_what_the_changes_say()
    {
        var live = new IncidentBook();
        var once = Correlate(Matters.All(), live);
        var reloaded = new IncidentBook();
        reloaded.Load(live.Live);

        Assert.That(Correlate(Matters.All(), new IncidentBook()), Is.EqualTo(once));
        Assert.That(Correlate(Matters.All(), reloaded), Is.EqualTo(once), "Everything is known to a book loaded anew.");
        Assert.That(reloaded.Live.Select(incident => incident.Revision), Is.EquivalentTo(live.Live.Select(incident => incident.Revision)));
    }

    private static List<string?> Correlate(IReadOnlyList<(Document Document, Analysis Analysis, string Matter)> items, IncidentBook book)
    {
        var found = new List<string?>();
        var opened = 0;
        foreach (var (document, analysis, _) in items)
        {
            var correlated = IncidentCorrelator.Correlate(document, analysis, book, new EscalationPolicy(), document.PublishedAt!.Value.AddMinutes(3), () => $"i{++opened:000}");
            foreach (var change in correlated.Changes)
            {
                book.Apply(change);
            }

            found.Add(correlated.IncidentId);
        }

        return found;
    }
}
