using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Tests.Fetching;

public sealed class HostTurnsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task The_pause_runs_from_the_end_of_the_last_answer()
    {
        var turns = new HostTurns(_clock);
        var first = await turns.EnterAsync("a:80", TimeSpan.FromSeconds(2), default);
        var second = turns.EnterAsync("a:80", TimeSpan.FromSeconds(2), default);

        _clock.Advance(TimeSpan.FromMilliseconds(900));
        first.Leave(HostAnswer.Good);
        _clock.Advance(TimeSpan.FromMilliseconds(1999));
        var early = second.IsCompleted;
        _clock.Advance(TimeSpan.FromMilliseconds(2));

        Assert.That(early, Is.False);
        (await second).Dispose();
    }

    [Test]
    public async Task Trouble_makes_the_pause_grow_up_to_a_limit_and_health_ends_that()
    {
        var turns = new HostTurns(_clock);
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            await Answer(turns, HostAnswer.Troubled);
            waits.Add(turns.WaitFor("a:80", TimeSpan.FromSeconds(1)).TotalSeconds);
        }

        await Answer(turns, HostAnswer.Good);

        Assert.That(waits, Is.EqualTo([1, 2, 4, 8, 16, 32, 60, 60, 60]));
        Assert.That(turns.WaitFor("a:80", TimeSpan.FromSeconds(1)), Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_slow_host_is_given_as_long_a_pause()
    {
        var turns = new HostTurns(_clock);
        var turn = await turns.EnterAsync("a:80", TimeSpan.Zero, default);
        _clock.Advance(TimeSpan.FromSeconds(4));
        turn.Leave(HostAnswer.Good);

        Assert.That(turns.WaitFor("a:80", TimeSpan.Zero), Is.EqualTo(TimeSpan.FromSeconds(4)));
    }

    [Test]
    public async Task A_host_that_asks_to_wait_is_left_alone_that_long()
    {
        var turns = new HostTurns(_clock);
        await Answer(turns, new HostAnswer(Healthy: false, TimeSpan.FromMinutes(10)));

        Assert.That(turns.WaitFor("a:80", TimeSpan.Zero), Is.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(turns.WaitFor("b:80", TimeSpan.Zero), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task A_cancelled_wait_leaves_the_turn_to_the_next()
    {
        var turns = new HostTurns(_clock);
        await Answer(turns, HostAnswer.Good);
        using var stop = new CancellationTokenSource();
        var waiting = Assert.ThatAsync(() => turns.EnterAsync("a:80", TimeSpan.FromSeconds(5), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        await stop.CancelAsync();
        await waiting;

        _clock.Advance(TimeSpan.FromSeconds(5));

        (await turns.EnterAsync("a:80", TimeSpan.FromSeconds(5), default)).Dispose();
    }

    private async Task Answer(HostTurns turns, HostAnswer answer)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        (await turns.EnterAsync("a:80", TimeSpan.Zero, default)).Leave(answer);
    }
}
