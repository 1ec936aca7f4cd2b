using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Tests.Pipeline;

public sealed class DueQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private readonly DueQueue _queue = new();

    [TearDown]
    public void Empty() => _queue.Clear();

    [Test]
    public void What_is_due_comes_longest_due_first_and_the_rest_stays()
    {
        _queue.Set("later", Now.AddSeconds(1));
        _queue.Set("second", Now.AddMinutes(-1));
        _queue.Set("first", Now.AddMinutes(-2));

        Assert.That(new[] { _queue.TakeDue(Now), _queue.TakeDue(Now), _queue.TakeDue(Now) }, Is.EqualTo(new[] { "first", "second", null }));
    }

    [Test]
    public void An_instant_set_anew_replaces_the_old_one()
    {
        _queue.Set("a", Now.AddMinutes(-1));
        _queue.Set("a", Now.AddMinutes(1));

        Assert.That(_queue.TakeDue(Now), Is.Null);
        Assert.That(_queue.TakeDue(Now.AddMinutes(2)), Is.EqualTo("a"));
        Assert.That(_queue.TakeDue(Now.AddMinutes(2)), Is.Null);
    }

    [Test]
    public void An_incident_that_needs_nothing_more_is_not_taken()
    {
        _queue.Set("a", Now.AddMinutes(-1));
        _queue.Set("a", null);

        Assert.That(_queue.TakeDue(Now), Is.Null);
    }
}
