using System.Runtime.InteropServices;

namespace OpinionWatch.Worker.Commands;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, so that a command ends where it can.</summary>
internal sealed class Interrupt : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CleanStop = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interrupt()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    /// <summary>The command stops services and may take its time about it.</summary>
    public bool StopsCleanly { get; set; }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Runs a command; once interrupted, not longer than a clean stop may take: a read of standard input cannot be cancelled.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> start)
    {
        var command = start(Token);
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Token.Register(interrupted.SetResult);
#pragma warning disable VSTHRD003 // The registration above completes it; nobody waits for this thread.
        await Task.WhenAny(command, interrupted.Task);
#pragma warning restore VSTHRD003
        var patience = StopsCleanly ? CleanStop : Patience;
        return await Task.WhenAny(command, Task.Delay(patience, TimeProvider.System)) == command || !Token.IsCancellationRequested ? await command : ExitCode.Interrupted;
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        // The second signal is not held back: a person who presses Ctrl+C twice means it.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
