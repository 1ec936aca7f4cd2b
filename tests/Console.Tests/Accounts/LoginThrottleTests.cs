using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Console.Tests.Accounts;

public sealed class LoginThrottleTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private readonly FakeTimeProvider _time = new();

    [Test]
    public void The_last_failure_allowed_locks_and_a_quarter_of_an_hour_opens()
    {
        var throttle = new LoginThrottle(3, Wait, 100, _time);
        throttle.Count("甲");
        throttle.Count("甲");
        var before = throttle.FindWait("甲");
        throttle.Count("甲");
        var locked = throttle.FindWait("甲");
        _time.Advance(Wait);

        Assert.That(before, Is.Null);
        Assert.That(locked, Is.Not.Null);
        Assert.That(throttle.FindWait("甲"), Is.Null);
    }

    [Test]
    public void What_counts_within_a_wait_does_not_add_up_over_a_day_and_a_lock_is_served_to_the_end()
    {
        var throttle = new LoginThrottle(3, Wait, 100, _time, withinWait: true);
        for (var hour = 0; hour < 10; hour++)
        {
            throttle.Count("甲");
            _time.Advance(Wait / 1.5);
        }

        var slow = throttle.FindWait("甲");
        throttle.Count("乙");
        _time.Advance(Wait / 1.5);
        throttle.Count("乙");
        throttle.Count("乙");
        _time.Advance(Wait / 1.5);
        throttle.Count("乙");

        Assert.That(slow, Is.Null);
        Assert.That(throttle.FindWait("乙"), Is.EqualTo(_time.GetUtcNow() + Wait));
    }

    [Test]
    public void Getting_in_forgives()
    {
        var throttle = new LoginThrottle(2, Wait, 100, _time);
        throttle.Count("甲");
        throttle.Forget("甲");
        throttle.Count("甲");

        Assert.That(throttle.FindWait("甲"), Is.Null);
    }

    [Test]
    public void A_flood_of_other_keys_does_not_free_who_is_waiting()
    {
        var throttle = new LoginThrottle(2, Wait, 50, _time);
        throttle.Count("甲");
        throttle.Count("甲");
        for (var other = 0; other < 1000; other++)
        {
            throttle.Count($"key {other}");
        }

        Assert.That(throttle.FindWait("甲"), Is.Not.Null);
    }
}
