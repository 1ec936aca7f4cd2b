using OpinionWatch.Alerts.Duty;

namespace OpinionWatch.Alerts.Tests.Duty;

public sealed class WallClockTests
{
    /// <summary>Clocks go an hour forward at 2 on the last Sunday of March, and back at 3 on the last Sunday of October.</summary>
    private static readonly TimeZoneInfo Summer = TimeZoneInfo.CreateCustomTimeZone(
        "Summer",
        TimeSpan.FromHours(1),
        "Summer",
        "Summer",
        "Summer time",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
        ]);

    [TestCase("2026-03-29 01:59", "2026-03-29 00:59")]
    [TestCase("2026-03-29 02:00", "2026-03-29 01:00", Description = "skipped: the instant clocks go forward")]
    [TestCase("2026-03-29 02:30", "2026-03-29 01:00")]
    [TestCase("2026-03-29 03:00", "2026-03-29 01:00")]
    [TestCase("2026-10-25 02:30", "2026-10-25 00:30", Description = "twice: the first")]
    [TestCase("2026-10-25 03:00", "2026-10-25 02:00")]
    public void Times_that_are_skipped_or_come_twice_name_one_instant(string local, string utc) =>
        Assert.That(WallClock.InstantOf(Parse(local), Summer), Is.EqualTo(new DateTimeOffset(Parse(utc), TimeSpan.Zero)));

    [Test]
    public void Every_instant_of_a_zone_without_summer_time_comes_back_from_its_wall_time()
    {
        var start = new DateTimeOffset(2027, 12, 30, 0, 0, 0, TimeSpan.Zero);
        var instants = Enumerable.Range(0, 2 * 366).Select(step => start.AddHours(12 * step).AddMinutes(step)).ToList();

        Assert.That(instants.Select(instant => WallClock.InstantOf(WallClock.At(instant, Office.Zone), Office.Zone)), Is.EqualTo(instants));
    }

    private static DateTime Parse(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", null);
}
