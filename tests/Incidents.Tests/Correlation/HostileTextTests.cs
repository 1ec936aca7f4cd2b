using System.Diagnostics;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Incidents.Tests.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Tests.Correlation;

/// <summary>Correlation runs under the desk's lock: no text may hold it.</summary>
public sealed class HostileTextTests
{
    private const int Huge = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static IEnumerable<TestCaseData> Texts()
    {
        yield return new TestCaseData(string.Concat(Enumerable.Repeat("re:", Huge / 3)), "强拆").SetName("A_title_of_a_million_replies_to_replies");
        yield return new TestCaseData("标题", new string('村', Huge)).SetName("A_million_villages");
        yield return new TestCaseData("标题", string.Concat(Enumerable.Repeat("A1区", Huge / 3))).SetName("A_million_letters_of_districts");
        yield return new TestCaseData(new string('\ud83d', Huge), new string('\ude00', Huge)).SetName("Half_emoji_and_nothing_else");
        yield return new TestCaseData("\0", string.Concat(Enumerable.Repeat("\n转载：", Huge / 4))).SetName("A_million_reprint_marks");
    }

    [TestCaseSource(nameof(Texts))]
    public void Is_answered_within_seconds(string title, string text)
    {
        var book = new IncidentBook();
        var watch = Stopwatch.StartNew();

        for (var number = 0; number < 2; number++)
        {
            var document = new Document { Id = $"d{number}", Title = title, Text = text + number, PublishedAt = Given.Opened };
            var correlated = IncidentCorrelator.Correlate(document, new Analysis { Id = document.Id, Relevant = true, InArea = true, Level = Level.General }, book, Given.Policy, Given.Opened, () => $"i{number}");
            foreach (var change in correlated.Changes)
            {
                book.Apply(change);
            }
        }

        Assert.That(book.Count, Is.AtLeast(1));
        Assert.That(watch.Elapsed, Is.LessThan(Patience));
    }
}
