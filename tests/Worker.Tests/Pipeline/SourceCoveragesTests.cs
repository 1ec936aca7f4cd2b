using OpinionWatch.Alerts.Digest;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Tests.Pipeline;

public sealed class SourceCoveragesTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly Source Site = new() { Id = "a", Name = "甲网", Start = [new Uri("http://a.example/")] };

    [Test]
    public void Hours_that_failed_and_hours_without_a_visit_are_gaps_with_their_reasons()
    {
        List<SourceHour> hours =
        [
            new() { Source = "a", Hour = From, Seen = 5 },
            new() { Source = "a", Hour = From.AddHours(1), Failed = 3, Why = "域名解析失败" },
            new() { Source = "a", Hour = From.AddHours(2), Failed = 3, Why = "域名解析失败" },
            new() { Source = "a", Hour = From.AddHours(4), Seen = 1 },
        ];

        var coverage = SourceCoverages.Of([Site], hours, From, From.AddHours(5)).Single();

        Assert.Multiple(() =>
        {
            Assert.That((coverage.HoursCovered, coverage.HoursOf), Is.EqualTo((2, 5)));
            Assert.That(coverage.Gaps, Is.EqualTo(new[] { new CoverageGap(From.AddHours(1), From.AddHours(3), "域名解析失败"), new CoverageGap(From.AddHours(3), From.AddHours(4), null) }));
            Assert.That(coverage.State, Is.EqualTo(CoverageState.Seeing));
        });
    }

    [Test]
    public void A_paused_source_owes_no_hours()
    {
        var coverage = SourceCoverages.Of([Site with { Enabled = false }], [], From, From.AddHours(5)).Single();

        Assert.That((coverage.HoursOf, coverage.Gaps.Count, coverage.State), Is.EqualTo((0, 0, CoverageState.Paused)));
    }
}
