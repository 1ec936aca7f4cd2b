using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Outbox;

public class RetryLadderTests
{
    [TestCase(1, Level.Critical, 5)]
    [TestCase(2, Level.Critical, 15)]
    [TestCase(5, Level.Critical, 120)]
    [TestCase(6, Level.Critical, 300)]
    [TestCase(5000, Level.Critical, 300)]
    [TestCase(5000, Level.Major, 300)]
    [TestCase(7, Level.General, 600)]
    [TestCase(5000, Level.General, 1800)]
    public void The_pause_grows_up_to_the_bound_of_the_level(int attempts, Level level, int seconds)
    {
        var pause = RetryLadder.PauseAfter(attempts, level);

        Assert.That(pause, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase(40, 40)]
    [TestCase(1, 5)]
    [TestCase(86400, 300)]
    public void A_pause_asked_for_is_honoured_up_to_the_bound(int asked, int seconds)
    {
        var pause = RetryLadder.PauseAfter(1, Level.Critical, TimeSpan.FromSeconds(asked));

        Assert.That(pause, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void Only_what_is_below_critical_is_ever_over()
    {
        var longAgo = Some.Now - TimeSpan.FromDays(30);

        Assert.That(RetryLadder.IsOver(Level.Critical, longAgo, Some.Now), Is.False);
        Assert.That(RetryLadder.IsOver(Level.Major, longAgo, Some.Now), Is.True);
        Assert.That(RetryLadder.IsOver(Level.Major, null, Some.Now), Is.False);
        Assert.That(RetryLadder.IsOver(Level.Major, Some.Now - TimeSpan.FromHours(47), Some.Now), Is.False);
    }
}
