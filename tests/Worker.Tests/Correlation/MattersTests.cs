using OpinionWatch.Incidents.Correlation;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Pinned floors of correlation on texts written by somebody who had not seen it: 571 documents of 160 matters, 86 of them look-alikes of another.</summary>
public sealed class MattersTests
{
    private const double FloorPrecision = 0.80;
    private const double FloorRecall = 0.70;
    private const double FloorApart = 0.998;
    private const int FormLetters = 160;
    private const int MostWrong = 5;

    [Test]
    public void Tellings_of_one_matter_come_together_and_look_alikes_stay_apart()
    {
        var matters = LabelledMatters.Read();

        var score = MatterScore.Of(matters, new IncidentBook(), _ => true);

        TestContext.Out.WriteLine(score);
        Assert.That(matters, Has.Count.GreaterThanOrEqualTo(500));
        Assert.That(score.Precision, Is.AtLeast(FloorPrecision));
        Assert.That(score.Recall, Is.AtLeast(FloorRecall));
        Assert.That(score.Apart, Is.AtLeast(FloorApart));
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
}
