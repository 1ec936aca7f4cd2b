using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Worker.Doctor;

namespace OpinionWatch.Worker.Tests.Doctor;

public sealed class CheckupTests
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task A_check_that_stumbles_is_a_fault_and_the_others_go_on()
    {
        var seen = await RunAsync([new Says(() => throw new InvalidOperationException("broken")), new Says(() => Task.FromResult("well"))]);

        Assert.That(seen.Select(one => one.Mark), Is.EqualTo(new[] { DiagnosisMark.Fault, DiagnosisMark.Good }));
        Assert.That(seen[0].Found, Does.Contain("broken"));
    }

    [Test]
    public async Task A_check_that_never_ends_is_a_fault_once_its_time_is_over()
    {
        var running = RunAsync([new Says(ForeverAsync)]);

        _time.Advance(Checkup.Longest);

        Assert.That((await running).Single().Mark, Is.EqualTo(DiagnosisMark.Fault));
    }

    [Test]
    public async Task Whoever_interrupts_it_is_obeyed()
    {
        await Assert.ThrowsAsync<TaskCanceledException>(() => RunAsync([new Says(ForeverAsync)], new CancellationToken(canceled: true)));
    }

    private static async Task<string> ForeverAsync()
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        return "";
    }

    private async Task<List<Diagnosis>> RunAsync(IExamination[] examinations, CancellationToken cancellationToken = default)
    {
        List<Diagnosis> seen = [];
        await foreach (var (_, diagnosis) in new Checkup(examinations, _time).RunAsync(cancellationToken))
        {
            seen.Add(diagnosis);
        }

        return seen;
    }

    private sealed class Says(Func<Task<string>> what) : IExamination
    {
        public string Name => "说";

        public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken) => [new Diagnosis(DiagnosisMark.Good, await what())];
    }
}
