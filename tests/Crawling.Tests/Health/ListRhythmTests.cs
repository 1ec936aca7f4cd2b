using OpinionWatch.Crawling.Health;

namespace OpinionWatch.Crawling.Tests.Health;

public sealed class ListRhythmTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));

    [Test]
    public void What_is_usual_is_learned_by_the_hour_and_weekends_are_another_matter()
    {
        var rhythm = Learn(days: 14);

        Assert.That(rhythm.Usual(Monday.AddDays(14).AddHours(10)), Is.EqualTo(6).Within(0.1));
        Assert.That(rhythm.Usual(Monday.AddDays(14).AddHours(3)), Is.Zero);
        Assert.That(rhythm.Usual(Monday.AddDays(19).AddHours(10)), Is.Zero);
    }

    [Test]
    public void Silence_at_night_and_at_the_weekend_is_no_doubt_and_on_a_workday_it_is()
    {
        var rhythm = Learn(days: 19);
        var friday = rhythm.LastNewAt;

        var saturday = Doubt.OfSilence(rhythm, isSame: true, friday.AddHours(20));
        var sunday = Doubt.OfSilence(rhythm, isSame: true, friday.AddHours(48));
        var monday = Doubt.OfSilence(rhythm, isSame: true, Monday.AddDays(21).AddHours(12));
        var changed = Doubt.OfSilence(rhythm, isSame: false, Monday.AddDays(21).AddHours(12));

        Assert.That(new[] { saturday, sunday }, Is.All.Null);
        Assert.That(monday!.Since, Is.EqualTo(friday));
        Assert.That(monday.Why, Does.StartWith("页面冻结：自 3月20日 17:50 起一直是同一页面").And.Contain("条；"));
        Assert.That(changed!.Why, Does.StartWith("只有旧条目"));
    }

    [Test]
    public void A_list_nobody_knows_yet_and_one_that_is_slow_raise_no_doubt()
    {
        var fresh = new ListRhythm().With(Monday, 0);
        var slow = Enumerable.Range(0, 24 * 14).Aggregate(new ListRhythm(), (rhythm, hour) => rhythm.With(Monday.AddHours(hour), hour % 70 == 0 ? 1 : 0));

        Assert.That(Doubt.OfSilence(fresh, isSame: true, Monday.AddDays(5)), Is.Null);
        Assert.That(Doubt.OfSilence(slow, isSame: true, slow.LastNewAt.AddDays(4)), Is.Null);
        Assert.That(Doubt.OfSilence(slow, isSame: true, slow.LastNewAt.AddDays(30)), Is.Not.Null);
    }

    [Test]
    public void Hours_without_a_visit_teach_nothing()
    {
        var rhythm = Learn(days: 5);

        var after = rhythm.With(Monday.AddDays(9).AddHours(10), 0);

        Assert.That(after.Hours, Is.EqualTo(rhythm.Hours + 1));
        Assert.That(after.Usual(Monday.AddDays(9).AddHours(9)), Is.EqualTo(rhythm.Usual(Monday.AddDays(9).AddHours(9))));
    }

    [Test]
    public void A_trouble_that_lasts_is_told_again_at_growing_intervals() =>
        Assert.That(Enumerable.Range(0, 7).Select(told => (Reminders.Next(Monday, told) - Monday).TotalHours), Is.EqualTo(new double[] { 1, 4, 12, 24, 48, 72, 96 }));

    /// <summary>Six new items an hour from nine to six on workdays, visited every ten minutes.</summary>
    private static ListRhythm Learn(int days)
    {
        var rhythm = new ListRhythm();
        for (var at = Monday; at < Monday.AddDays(days); at = at.AddMinutes(10))
        {
            rhythm = rhythm.With(at, at.Hour is >= 9 and < 18 && at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? 1 : 0);
        }

        return rhythm;
    }
}
