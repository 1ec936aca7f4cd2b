using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Tests.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Drill;

/// <summary>When the weekly drill is carried out, and when it is not; here no drill may be: there is no desk.</summary>
public sealed class DrillScheduleTests
{
    private const string Main = "organisation: 示例局\nmail: { from: 监测 <watch@bureau.test>, pickup: ./data/outgoing }\nconsole: { address: 'http://console.bureau.test' }\n";

    [Test]
    public async Task The_instant_before_the_very_first_start_and_one_missed_by_hours_are_noted_and_left_out()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", Main + "drill: { weekly: '周三 10:00', to: officer }\n");
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T10:00:00+08:00", null));
        await using var store = await EmbeddedStore.OpenAsync(Path.Combine(folder.Root, "data"), time, NullLoggerFactory.Instance, CancellationToken.None);
        var inForce = new ConfigurationInForce(folder.Good(), [], time.GetUtcNow());

        await Service(store, inForce, time).RunIfDueAsync(CancellationToken.None);
        var first = await store.FindLastAsync("drillDue", CancellationToken.None);
        time.SetUtcNow(DateTimeOffset.Parse("2026-11-25T12:00:01+08:00", null));
        await Service(store, inForce, time).RunIfDueAsync(CancellationToken.None);
        var missed = await store.FindLastAsync("drillDue", CancellationToken.None);

        Assert.That(DateTimeOffset.Parse(first!.Why!, null), Is.EqualTo(DateTimeOffset.Parse("2026-11-18T10:00:00+08:00", null)));
        Assert.That(DateTimeOffset.Parse(missed!.Why!, null), Is.EqualTo(DateTimeOffset.Parse("2026-11-25T10:00:00+08:00", null)));
    }

    [Test]
    public async Task The_instant_itself_calls_the_desk()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", Main + "drill: { weekly: '周三 10:00', to: officer }\n");
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T10:00:00+08:00", null));
        await using var store = await EmbeddedStore.OpenAsync(Path.Combine(folder.Root, "data"), time, NullLoggerFactory.Instance, CancellationToken.None);
        var service = Service(store, new ConfigurationInForce(folder.Good(), [], time.GetUtcNow()), time);
        await service.RunIfDueAsync(CancellationToken.None);
        time.SetUtcNow(DateTimeOffset.Parse("2026-11-25T10:00:00+08:00", null));

        await Assert.ThrowsAsync<NullReferenceException>(async () => await service.RunIfDueAsync(CancellationToken.None));

        // It was noted before: what is broken off is not begun again.
        await service.RunIfDueAsync(CancellationToken.None);
    }

    [Test]
    public async Task Of_two_names_that_stick_by_turns_each_is_told_once_an_hour()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", Main);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var store = await EmbeddedStore.OpenAsync(Path.Combine(folder.Root, "data"), time, NullLoggerFactory.Instance, CancellationToken.None);
        var inForce = new ConfigurationInForce(folder.Good(), [], time.GetUtcNow());
        using var desk = new DrillDesk(book: null!, desk: null!, store, store, alarms: null!, inForce, time, NullLogger<DrillDesk>.Instance);
        var log = new CountingLog();
        using var service = new DrillService(desk, inForce, store, time, log);

        foreach (var name in new[] { "a", "b", "a", "b" })
        {
            await AskAsync(name);
        }

        var told = log.Errors;
        time.Advance(TimeSpan.FromMinutes(61));
        await AskAsync("a");

        Assert.That((told, log.Errors), Is.EqualTo((2, 3)));

        async Task AskAsync(string name)
        {
            var drills = Path.Combine(inForce.Current.DataFolder, "drill");
            Directory.CreateDirectory(Path.Combine(drills, name + ".report.json"));
            new SteadyFile(Path.Combine(drills, name + ".request.json"), 512).Write(new DrillRequest("nobody", "root"));
            await service.RunIfAskedAsync(CancellationToken.None);
            Assert.That(File.Exists(Path.Combine(drills, name + ".request.json")), Is.False, "it was taken, and its report could not be written");
        }
    }

    private static DrillService Service(EmbeddedStore store, ConfigurationInForce inForce, TimeProvider time) => new(desk: null!, inForce, store, time, NullLogger<DrillService>.Instance);

    private sealed class CountingLog : ILogger<DrillService>
    {
        public int Errors { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Errors += logLevel == LogLevel.Error ? 1 : 0;
    }
}
