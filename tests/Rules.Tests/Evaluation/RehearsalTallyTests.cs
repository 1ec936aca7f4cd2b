using OpinionWatch.Model;
using OpinionWatch.Rules.Evaluation;

namespace OpinionWatch.Rules.Tests.Evaluation;

public sealed class RehearsalTallyTests
{
    [Test]
    public void Changes_are_counted_by_kind_level_and_source()
    {
        var tally = new RehearsalTally(examplesOfEachKind: 10);

        tally.Add(Document("1", "forum"), Of(Level.None), Of(Level.General), label: null);
        tally.Add(Document("2", "forum"), Of(Level.Major), Of(Level.None), label: null);
        tally.Add(Document("3", "news"), Of(Level.Watch), Of(Level.Critical), label: null);
        tally.Add(Document("4", "news"), Of(Level.Major), Of(Level.General), label: null);
        tally.Add(Document("5", null), Of(Level.Watch), Of(Level.Watch), label: null);

        var result = tally.Result("old", "new");
        Assert.That(result.Total, Is.EqualTo(new RehearsalCounts(5, Gained: 1, Lost: 1, Raised: 1, Lowered: 1)));
        Assert.That(result.Levels[Level.Major], Is.EqualTo(new Dictionary<Level, int> { [Level.None] = 1, [Level.General] = 1 }));
        Assert.That(result.Sites, Is.EqualTo(new[]
        {
            new RehearsalSite("forum", new RehearsalCounts(2, 1, 1, 0, 0)), new RehearsalSite("news", new RehearsalCounts(2, 0, 0, 1, 1)), new RehearsalSite("", new RehearsalCounts(1, 0, 0, 0, 0)),
        }));
    }

    [Test]
    public void An_example_names_the_factors_that_came_went_or_weigh_something_else()
    {
        var tally = new RehearsalTally(examplesOfEachKind: 1);

        tally.Add(Document("1", "forum"), Of(Level.Watch, ("词条", 5), ("人员受伤", 20), ("咨询", 2)), Of(Level.Major, ("词条", 15), ("咨询", 2), ("强制拆除", 20)), Level.Major);

        var example = tally.Result("old", "new").Examples.Single();
        Assert.That((example.Id, example.Kind, example.From, example.To, example.Label), Is.EqualTo(("1", RehearsalKind.Raised, Level.Watch, Level.Major, (Level?)Level.Major)));
        Assert.That(example.Factors.Select(factor => (factor.Name, factor.From, factor.To)), Is.EqualTo(new (string, int?, int?)[] { ("词条", 5, 15), ("强制拆除", null, 20), ("人员受伤", 20, null) }));
    }

    [Test]
    public void What_is_kept_does_not_grow_with_the_documents()
    {
        var tally = new RehearsalTally(examplesOfEachKind: 3);

        for (var i = 0; i < 5000; i++)
        {
            tally.Add(Document($"{i}", $"site{i}"), Of(Level.None), Of(Level.General), label: null);
        }

        var result = tally.Result("old", "new");
        Assert.That((result.Examples.Count, result.Sites.Count, result.Sites.Sum(site => site.Counts.Gained)), Is.EqualTo((3, 1001, 5000)));
    }

    [Test]
    public void Labels_tell_whether_the_change_is_for_the_better()
    {
        var tally = new RehearsalTally(examplesOfEachKind: 0);

        tally.Add(Document("1", null), Of(Level.None), Of(Level.General), Level.General);
        tally.Add(Document("2", null), Of(Level.Watch), Of(Level.None), Level.Watch);
        tally.Add(Document("3", null), Of(Level.None), Of(Level.Major), Level.Major);

        var result = tally.Result("old", "new");
        Assert.That((result.Labelled, result.RightBefore, result.RightAfter), Is.EqualTo((3, 1, 2)));
    }

    private static Document Document(string id, string? site) => new() { Id = id, Site = site, Title = "标题", Text = "正文" };

    private static Analysis Of(Level level, params (string Name, int Points)[] factors) =>
        new() { Id = "1", Relevant = level > Level.None, Level = level, Factors = [.. factors.Select(factor => new Factor(factor.Name, factor.Points, ""))] };
}
