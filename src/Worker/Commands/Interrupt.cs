using System.Runtime.InteropServices;

namespace OpinionWatch.Worker.Commands;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, so that a command ends where it can.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interrupt()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

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
