using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>The floors of extraction on the labelled pages. Lowering one needs a reason in the commit.</summary>
public sealed class PageSetTests
{
    private static readonly IReadOnlyList<PageScore> Scores = [.. LabelledPages.List().Select(Score)];

    [Test]
    public void The_set_is_broad()
    {
        Assert.That(Scores, Has.Count.GreaterThanOrEqualTo(120));
        Assert.That(Scores.Select(score => score.Page.Layout).Distinct().Count(), Is.GreaterThanOrEqualTo(40));
        Assert.That(Scores.Select(score => score.Page.Charset).Distinct(), Is.EquivalentTo(new[] { "utf-8", "gb18030", "big5" }));
    }

    [Test]
    public void Fields_are_read_as_well_as_promised()
    {
        var faults = string.Join('\n', Scores.Where(score => score.Faults.Length > 0).Select(score => $"{score.Page.File} {score.Faults}"));
        var text = Scores.Average(score => score.Text);
        var title = Share(score => score.Title);
        var time = Share(score => score.Time);
        var author = Share(score => score.Author);
        var floors = Scores.Where(score => score.Floors is not null).Average(score => score.Floors!.Value);
        TestContext.Out.WriteLine($"text F1 {text:F4}, title {title:F4}, time {time:F4}, author {author:F4}, floors {floors:F4}\n{faults}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(title, Is.GreaterThanOrEqualTo(0.97));
            Assert.That(time, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(floors, Is.GreaterThanOrEqualTo(0.97));
        }
    }

    [Test]
    public void The_charset_is_told_from_the_bytes()
    {
        var wrong = LabelledPages.List().Where(page => Read(page).Documents is [var first, ..] && first.Charset != page.Charset).Select(page => page.File);

        Assert.That(wrong, Is.Empty);
    }

    private static PageScore Score(LabelledPage page) => PageScore.Of(page, Read(page));

    private static DocumentReadingView Read(LabelledPage page)
    {
        var reading = Sample.Item(new Page { RequestedUrl = page.Url, Url = page.Url, Status = 200, Body = page.Body, ContentType = page.ContentType, FetchedAt = Sample.Now });
        return new(reading.Documents, reading.Fault);
    }

    private static double Share(Func<PageScore, bool?> field) => Scores.Where(score => field(score) is not null).Average(score => field(score)!.Value ? 1.0 : 0);
}
