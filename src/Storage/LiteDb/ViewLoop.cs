using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>Brings the view up to the journal in the background: everything that came meanwhile in one transaction.</summary>
internal sealed class ViewLoop : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly View _view;
    private readonly StoreState _state;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    public ViewLoop(View view, StoreState state, TimeProvider time, ILogger logger)
    {
        _view = view;
        _state = state;
        _time = time;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Says that there is something to write.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Writes what there is, once, and stops; what fails now is caught up at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _signal.Writer.TryComplete();
        await _stopping.CancelAsync();
#pragma warning disable VSTHRD003 // The loop was started by this object and waits for nobody who could be here.
        await _loop;
#pragma warning restore VSTHRD003
        TryWrite();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _signal.Reader.WaitToReadAsync())
        {
            _signal.Reader.TryRead(out _);
            while (!TryWrite() && !_stopping.IsCancellationRequested)
            {
                await Task.Delay(Pause, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "The loop's edge: the view is tried again, the journal has everything.")]
    private bool TryWrite()
    {
        try
        {
            if (_state.TakeUnwritten() is { } unwritten)
            {
                _view.Write(unwritten.Changes, unwritten.Position);
                _state.Written(unwritten.Changes, unwritten.Position);
            }

            return true;
        }
        catch (Exception e)
        {
            StorageLog.ViewBehind(_logger, e, _state.Lag);
            return false;
        }
    }
}
