using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.Journal;

/// <summary>The journal's one writer: entries go in in the order of the calls, what waits shares a flush, and only then the callers are told.</summary>
internal sealed class CommitLoop : IAsyncDisposable
{
    private const int Waiting = 1024;
    private const int GroupEntries = 256;
    private const int GroupBytes = 4 * 1024 * 1024;
    private const int LagLimit = 50_000;
    private readonly JournalWriter _writer;
    private readonly StoreState _state;
    private readonly HealthWatch _health;
    private readonly Action _committed;
    private readonly ILogger _logger;
    private readonly Channel<Work> _channel = Channel.CreateBounded<Work>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    /// <param name="writer">Writes; owned by the loop from now on.</param>
    /// <param name="state">Takes over what was written.</param>
    /// <param name="health">Told how writing went.</param>
    /// <param name="committed">Called after each group.</param>
    /// <param name="logger">Told of what does not fit.</param>
    public CommitLoop(JournalWriter writer, StoreState state, HealthWatch health, Action committed, ILogger logger)
    {
        _writer = writer;
        _state = state;
        _health = health;
        _committed = committed;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Appends an entry; on disk when the task completes. Cancellation counts only until the entry has its place in the order.</summary>
    /// <exception cref="IOException">It could not be written; it is not kept.</exception>
    /// <exception cref="InvalidOperationException">It changes an incident that was never opened; it is not kept.</exception>
    /// <exception cref="ArgumentException">It is larger than a record may be.</exception>
    public async Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(entry, ContractJson.Options);
        if (payload.Length > RecordFormat.LimitBytes)
        {
            throw new ArgumentException($"An entry of {payload.Length} bytes is larger than the journal takes ({RecordFormat.LimitBytes}).", nameof(entry));
        }

        var work = new Work(entry, payload, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _channel.Writer.WriteAsync(work, cancellationToken);
#pragma warning disable VSTHRD003 // The loop completes it, and the loop waits for no caller.
        await work.Done.Task;
#pragma warning restore VSTHRD003
    }

    /// <summary>Writes what waits and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
#pragma warning disable VSTHRD003 // The loop was started by this object and waits for nobody who could be here.
        await _loop;
#pragma warning restore VSTHRD003
        _writer.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<Work>(GroupEntries);
        while (await _channel.Reader.WaitToReadAsync())
        {
            group.Clear();
            var bytes = 0;
            while (group.Count < GroupEntries && bytes < GroupBytes && _channel.Reader.TryRead(out var work))
            {
                group.Add(work);
                bytes += work.Payload.Length;
            }

            WriteGroup(group);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "The loop's edge: whatever fails is handed to the callers, and the loop goes on.")]
    private void WriteGroup(List<Work> group)
    {
        var staged = new List<Work>(group.Count);
        try
        {
            if (_state.Lag > LagLimit)
            {
                throw new IOException($"The view is {_state.Lag} records behind the journal; nothing more is taken until it follows.");
            }

            var staging = _state.Stage();
            group.ForEach(work => Stage(staging, work, staged));
            if (staged.Count > 0)
            {
                _writer.Append([.. staged.Select(work => (ReadOnlyMemory<byte>)work.Payload)]);
                _state.Commit(staging.Changes, _writer.End);
                _health.Succeeded();
                _committed();
            }

            if (staging.UnknownCount > 0)
            {
                StorageLog.UnknownDelivery(_logger);
            }

            staged.ForEach(work => work.Done.TrySetResult());
        }
        catch (Exception e)
        {
            _health.Failed(e);
            group.ForEach(work => work.Done.TrySetException(e));
        }
    }

    private void Stage(Staging staging, Work work, List<Work> staged)
    {
        try
        {
            staging.Add(work.Entry, _writer.End.Sequence + staged.Count + 1);
            staged.Add(work);
        }
        catch (InvalidOperationException e)
        {
            work.Done.TrySetException(e);
        }
    }

    private sealed record Work(JournalEntry Entry, byte[] Payload, TaskCompletionSource Done);
}
