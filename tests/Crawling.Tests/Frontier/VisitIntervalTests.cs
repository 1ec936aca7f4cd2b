using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Frontier;

public sealed class VisitIntervalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Source Source = new() { Id = "s", Name = "示例", Start = [new Uri("http://a.test/")], Adaptive = true };

    [TestCase(30, 1, 1)]
    [TestCase(6, 3, 5)]
    [TestCase(2, 3, 15)]
    [TestCase(0, 3, 15)]
    [TestCase(0, 0, 2.5)]
    [TestCase(null, 3, 5)]
    [TestCase(null, 0, 2.5)]
    public void Without_every_a_list_is_visited_as_its_own_history_and_the_hour_ask_for(double? usual, int quiet, double minutes)
    {
        var rhythm = new ListRhythm { PerHour = [.. Enumerable.Repeat(usual ?? -1, 48)] };
        var entry = Entry with { Rhythm = rhythm, Quiet = quiet, VisitedAt = Now };

        Assert.That(VisitInterval.Of(entry, Source, deadline: null, Now), Is.EqualTo(TimeSpan.FromMinutes(minutes)));
    }

    [TestCase(60, 7.5)]
    [TestCase(4, 1)]
    [TestCase(600, 15)]
    public void The_tightest_deadline_bounds_it(int deadlineMinutes, double minutes)
    {
        var entry = Entry with { Rhythm = new ListRhythm { PerHour = [.. Enumerable.Repeat(0.0, 48)] }, Quiet = 5, VisitedAt = Now };

        Assert.That(VisitInterval.Of(entry, Source, TimeSpan.FromMinutes(deadlineMinutes), Now), Is.EqualTo(TimeSpan.FromMinutes(minutes)));
    }

    [Test]
    public void With_every_it_is_that() =>
        Assert.That(VisitInterval.Of(Entry with { Quiet = 100, VisitedAt = Now }, Source with { Adaptive = false, Every = TimeSpan.FromSeconds(5) }, TimeSpan.FromHours(1), Now), Is.EqualTo(TimeSpan.FromSeconds(5)));

    private static FrontierEntry Entry => new() { Key = "list|s|http://a.test/", Url = "http://a.test/", Source = "s", Role = PageRole.List, DueAt = Now, AddedAt = Now };
}
