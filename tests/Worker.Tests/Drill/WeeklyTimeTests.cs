using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Drill;

public sealed class WeeklyTimeTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    [TestCase("周三 10:00", DayOfWeek.Wednesday)]
    [TestCase("星期三　10:00", DayOfWeek.Wednesday)]
    [TestCase("Wed 10:00", DayOfWeek.Wednesday)]
    [TestCase("wednesday 10:00", DayOfWeek.Wednesday)]
    [TestCase("周日 10:00", DayOfWeek.Sunday)]
    [TestCase("周天 10:00", DayOfWeek.Sunday)]
    public void A_day_is_read_in_chinese_and_english(string text, DayOfWeek day) =>
        Assert.That(WeeklyTime.Parse(text), Is.EqualTo(new WeeklyTime(day, new TimeOnly(10, 0))));

    [TestCase("周八 10:00")]
    [TestCase("周三")]
    [TestCase("周三 25:00")]
    [TestCase("We 10:00")]
    [TestCase("")]
    public void What_is_no_day_and_time_is_refused(string text) => Assert.That(WeeklyTime.Parse(text), Is.Null);

    [TestCase("2026-11-25T09:59:59+08:00", "2026-11-18T10:00:00+08:00")]
    [TestCase("2026-11-25T10:00:00+08:00", "2026-11-25T10:00:00+08:00")]
    [TestCase("2026-12-01T23:00:00+08:00", "2026-11-25T10:00:00+08:00")]
    public void The_latest_instant_is_the_last_such_hour_by_the_bureaus_clock(string now, string expected) =>
        Assert.That(WeeklyTime.Parse("周三 10:00")!.LastInstant(China, DateTimeOffset.Parse(now, null)), Is.EqualTo(DateTimeOffset.Parse(expected, null)));
}
