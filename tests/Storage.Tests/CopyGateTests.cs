using System.Diagnostics;
using OpinionWatch.Storage.Backup;

namespace OpinionWatch.Storage.Tests;

public sealed class CopyGateTests
{
    [Test]
    public async Task A_writer_waits_while_a_copier_has_the_gate_and_not_after()
    {
        using var folder = new DataFolder();
        using var logs = new LogKeeper();
        var gate = new CopyGate(folder.Path, TimeProvider.System, logs.CreateLogger("gate"));
        Task waiting;
        await using (CopyGate.TryClose(folder.Path))
        {
            waiting = gate.WaitAsync();
            await Task.Yield();
            Assert.That(waiting.IsCompleted, Is.False);
        }

        await waiting;
        Assert.That(File.Exists(folder.In(".copying")), Is.False);
    }

    [Test]
    public async Task A_gate_that_a_dead_backup_left_and_nobody_here_can_open_holds_up_no_write()
    {
        using var folder = new DataFolder();
        using var logs = new LogKeeper();
        var gate = new CopyGate(folder.Path, TimeProvider.System, logs.CreateLogger("gate"));
        await using var left = new FileStream(folder.In(".copying"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        File.SetLastWriteTimeUtc(folder.In(".copying"), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        var started = Stopwatch.GetTimestamp();

        await gate.WaitAsync();

        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task Of_a_gate_that_is_held_too_long_the_log_tells_once_and_of_the_next_again()
    {
        using var folder = new DataFolder();
        using var logs = new LogKeeper();
        var gate = new CopyGate(folder.Path, TimeProvider.System, logs.CreateLogger("gate"));
        await using var left = new FileStream(folder.In(".copying"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        foreach (var age in new[] { 2, 2, 1 })
        {
            File.SetLastWriteTimeUtc(folder.In(".copying"), folder.Time.GetUtcNow().UtcDateTime.AddYears(-age));
            await gate.WaitAsync();
        }

        Assert.That(logs.Events, Is.EqualTo(new[] { 1518, 1518 }));
    }

    [Test]
    public async Task A_copier_touches_the_gate_it_finds()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.In(".copying"), "");
        File.SetLastWriteTimeUtc(folder.In(".copying"), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));

        await using var held = CopyGate.TryClose(folder.Path);

        Assert.That(TimeProvider.System.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(folder.In(".copying"))), Is.LessThan(TimeSpan.FromMinutes(1)));
    }
}
