using System.Diagnostics;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Pinned floors of correlation on two sets of texts, each written before the code was fitted to it: 736 documents of 204 matters, many a look-alike of another.</summary>
public sealed class MattersTests
{
    private const int FormLetters = 160;
    private const int MostWrong = 5;
    private const int ManyLive = 10_000;
    private const int Letters = 11_000;
    private const int Timed = 200;

    /// <summary>Far above what is measured, so that a busy machine does not fail it; a search over all incidents would.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(100);

    [TestCase("matters.jsonl", 500, 0.82, 0.79, 0.998)]
    [TestCase("matters2.jsonl", 150, 0.79, 0.63, 0.995)]
    public void Tellings_of_one_matter_come_together_and_look_alikes_stay_apart(string file, int documents, double precision, double recall, double apart)
    {
        var matters = LabelledMatters.Read(file);

        var score = MatterScore.Of(matters, new IncidentBook(), _ => true);

        TestContext.Out.WriteLine($"{file}: {score}");
        TestContext.Out.WriteLine($"{file}, even matters: {MatterScore.Of(matters, new IncidentBook(), matter => !matter.IsOdd)}");
        Assert.That(matters, Has.Count.GreaterThanOrEqualTo(documents));
        Assert.That(score.Precision, Is.AtLeast(precision));
        Assert.That(score.Recall, Is.AtLeast(recall));
        Assert.That(score.Apart, Is.AtLeast(apart));
    }

    /// <summary>With the levels the rules give: a document they call nobody's is in no incident and its pairs are lost.</summary>
    [TestCase("matters.jsonl", 0.81, 0.59)]
    [TestCase("matters2.jsonl", 0.75, 0.42)]
    public void Texts_that_do_not_say_where_join_the_matter_they_surely_tell(string file, double precision, double recall)
    {
        var matters = LabelledMatters.Read(file, levelled: false);

        var score = MatterScore.Of(matters, new IncidentBook(), _ => true);

        TestContext.Out.WriteLine($"{file}, {matters.Count(matter => matter.Analysis.Level == Level.None)} without a level: {score}");
        Assert.That(score.Precision, Is.AtLeast(precision));
        Assert.That(score.Recall, Is.AtLeast(recall));
    }

    [Test]
    public void Form_letters_of_other_villages_and_numbers_are_matters_of_their_own()
    {
        var letters = LabelledMatters.FormLetters(FormLetters);

        var score = MatterScore.Of(letters, new IncidentBook(), _ => true);

        TestContext.Out.WriteLine($"{score.WrongPairs} pairs of {letters.Count} form letters were taken for one matter");
        Assert.That(letters.Select(letter => letter.Document.Title + letter.Document.Text), Is.Unique);
        Assert.That(score.WrongPairs, Is.AtMost(MostWrong));
    }

    [Test, Explicit("Half a minute: it measures.")]
    public void A_document_finds_its_incident_among_ten_thousand_without_looking_at_all()
    {
        var book = new IncidentBook();
        _ = MatterScore.Correlate(LabelledMatters.FormLetters(Letters, own: true), book).Count();
        var matters = LabelledMatters.Read("matters.jsonl").Take(Timed).ToList();

        var watch = Stopwatch.StartNew();
        var found = MatterScore.Correlate(matters, book, "t").Count();
        watch.Stop();

        TestContext.Out.WriteLine($"{watch.Elapsed.TotalMilliseconds / found:0.00} ms a document among {book.Count} incidents");
        Assert.That(book.Count, Is.AtLeast(ManyLive));
        Assert.That(watch.Elapsed / found, Is.LessThan(MostTime));
    }
}
