using OpinionWatch.Worker.Watchdog;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Watchdog;

public sealed class WatchdogJudgeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(5);

    [Test]
    public void A_service_that_beats_and_answers_is_well()
    {
        var (finding, _) = Judge(Sight(0, Beat(1, 0)), new WatchdogMemory());

        Assert.That(finding, Is.TypeOf<WatchdogFinding.Well>());
    }

    [TestCase("Silent", "Gone")]
    [TestCase("NotAsked", "Gone")]
    [TestCase("Answers", "Stuck")]
    public void A_heart_that_stands_for_longer_than_allowed_is_told_and_the_console_tells_stuck_from_gone(string answer, string expected)
    {
        var (live, kind) = (Enum.Parse<LiveAnswer>(answer), Enum.Parse<TroubleKind>(expected));
        var (_, memory) = Judge(Sight(0, Beat(1, 0)), new WatchdogMemory());
        var (before, _) = Judge(Sight(299, Beat(1, 0), live), memory);
        var (finding, _) = Judge(Sight(301, Beat(1, 0), live), memory);

        Assert.That(before, Is.TypeOf<WatchdogFinding.Waiting>());
        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>().With.Property("Kind").EqualTo(kind).And.Property("Since").EqualTo(Start));
    }

    [Test]
    public void What_the_service_says_of_its_trouble_is_told()
    {
        var (finding, _) = Judge(new WatchdogSight(Start.AddMinutes(6), Beat(1, 0), new StuckNote(Start, "时限检查 5 分钟没有完成"), LiveAnswer.Answers), new WatchdogMemory());

        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>().With.Property("Why").EqualTo("时限检查 5 分钟没有完成"));
    }

    [Test]
    public void A_first_look_finds_an_old_heartbeat_at_once()
    {
        var (finding, _) = Judge(Sight(600, Beat(7, 0), LiveAnswer.Silent), new WatchdogMemory());

        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>());
    }

    [Test]
    public void A_service_that_never_was_is_told_when_its_time_is_over()
    {
        var (first, memory) = Judge(Sight(0, null, LiveAnswer.Silent), new WatchdogMemory());
        var (finding, _) = Judge(Sight(301, null, LiveAnswer.Silent), memory);

        Assert.That(first, Is.Not.InstanceOf<WatchdogFinding.Alarm>());
        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>().With.Property("Kind").EqualTo(TroubleKind.Gone));
    }

    [Test]
    public void A_stop_that_was_meant_is_told_as_one()
    {
        var (finding, _) = Judge(Sight(301, Beat(9, 0) with { Stopped = true }, LiveAnswer.Silent), new WatchdogMemory());

        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>().With.Property("Kind").EqualTo(TroubleKind.Stopped));
    }

    [Test]
    public void A_console_that_does_not_answer_is_told_though_the_heart_beats()
    {
        var memory = new WatchdogMemory();
        var finding = default(WatchdogFinding);
        for (var second = 0; second <= 330; second += 15)
        {
            (finding, memory) = Judge(Sight(second, Beat(second, second), LiveAnswer.Silent), memory);
        }

        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>().With.Property("Kind").EqualTo(TroubleKind.Deaf));
    }

    [TestCase(3 * 3600)]
    [TestCase(-3 * 3600)]
    public void A_clock_that_was_set_makes_no_alarm_while_the_heart_beats(int jump)
    {
        var (_, memory) = Judge(Sight(0, Beat(1, 0)), new WatchdogMemory());

        // The beat was written before the clock was set, and is seen after it.
        var (finding, _) = Judge(Sight(15 + jump, Beat(4, 14)), memory);

        Assert.That(finding, Is.TypeOf<WatchdogFinding.Well>());
    }

    [Test]
    public void A_clock_set_back_does_not_hide_a_heart_that_stands()
    {
        var (_, memory) = Judge(Sight(7200, Beat(1, 7200)), new WatchdogMemory());
        var finding = default(WatchdogFinding);
        for (var second = 0; second <= 330; second += 15)
        {
            (finding, memory) = Judge(Sight(second, Beat(1, 7200), LiveAnswer.Silent), memory);
        }

        Assert.That(finding, Is.InstanceOf<WatchdogFinding.Alarm>());
    }

    private static (WatchdogFinding Finding, WatchdogMemory Memory) Judge(WatchdogSight sight, WatchdogMemory memory) => WatchdogJudge.Judge(sight, memory, After);

    private static WatchdogSight Sight(int second, Heartbeat? beat, LiveAnswer live = LiveAnswer.Answers) => new(Start.AddSeconds(second), beat, null, live);

    private static Heartbeat Beat(int number, int second) => new() { Beat = number, At = Start.AddSeconds(second), StartedAt = Start };
}
