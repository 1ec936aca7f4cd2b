using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Tests.Pipeline;

public sealed class DailyDigestTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    [TestCase("2026-11-24T08:00:00+08:00", "2026-11-24T08:00:00+08:00")]
    [TestCase("2026-11-24T07:59:59+08:00", "2026-11-23T08:00:00+08:00")]
    [TestCase("2026-11-24T23:59:59+08:00", "2026-11-24T08:00:00+08:00")]
    [TestCase("2026-11-23T23:30:00+00:00", "2026-11-23T08:00:00+08:00")]
    public void The_latest_instant_is_the_last_time_the_bureaus_clock_showed_the_hour(string now, string expected)
    {
        var instant = DailyDigest.LastInstant(new TimeOnly(8, 0), China, DateTimeOffset.Parse(now, null));

        Assert.That(instant, Is.EqualTo(DateTimeOffset.Parse(expected, null)));
    }

    [TestCase("2026-11-23T08:00:00+08:00", "2026-11-23T08:00:00+08:00")]
    [TestCase("2026-12-24T08:00:00+08:00", "2026-11-23T08:00:00+08:00")]
    [TestCase("9999-12-31T08:00:00+08:00", "2026-11-23T08:00:00+08:00")]
    public void What_was_sent_while_the_clock_ran_ahead_silences_nothing(string last, string believed)
    {
        var (sent, now) = (DateTimeOffset.Parse(last, null), DateTimeOffset.Parse("2026-11-24T09:00:00+08:00", null));

        Assert.That(DailyDigest.Believed(sent, new TimeOnly(8, 0), China, now), Is.EqualTo(DateTimeOffset.Parse(believed, null)));
        Assert.That(DailyDigest.Believed(null, new TimeOnly(8, 0), China, now), Is.Null);
    }
}
