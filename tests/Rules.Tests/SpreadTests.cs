using OpinionWatch.Model;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class SpreadTests
{
    private static readonly DateTimeOffset Fetched = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(8));

    [TestCase(3, 9000, 0, FactorNames.Speed)]
    [TestCase(3, 0, 95, FactorNames.Speed)]
    [TestCase(2, 10, 1, FactorNames.Fresh)]
    [TestCase(24 * 400, 10, 1, FactorNames.Stale)]
    [TestCase(24 * 10, 12000, 1, FactorNames.Spread)]
    public void Spread_speed_and_age_are_factors_with_their_words(int hours, int views, int replies, string factor)
    {
        var document = new Document { Id = "1", Text = "益阳赫山区违建没人管", PublishedAt = Fetched.AddHours(-hours), FetchedAt = Fetched, Views = views, Replies = replies };

        var analysis = Shipped.Engine.Analyze(document);

        Assert.That(analysis.Factors.Select(one => one.Name), Does.Contain(factor));
    }

    [TestCase("益阳赫山区国土所的人收了开发商好处费，违建没人管", FactorNames.StaffCorruption)]
    [TestCase("益阳赫山区国土所互相推诿，违建没人管", FactorNames.StaffConduct)]
    [TestCase("益阳赫山区村支书侵吞征地款", FactorNames.Corruption)]
    public void Misconduct_of_the_bureaus_own_people_has_its_own_weight(string text, string factor)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Factors.Select(one => one.Name), Does.Contain(factor));
    }

    [Test]
    public void A_document_published_after_it_was_fetched_has_no_age()
    {
        var document = new Document { Id = "1", Text = "益阳赫山区违建没人管", PublishedAt = Fetched.AddDays(1), FetchedAt = Fetched, Views = int.MaxValue };

        var analysis = Shipped.Engine.Analyze(document);

        Assert.That(analysis.Factors.Select(one => one.Name), Has.None.EqualTo(FactorNames.Speed).And.None.EqualTo(FactorNames.Fresh));
    }
}
