using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Speaks the DevTools protocol over a pair of pipes: JSON messages that end in a zero byte.</summary>
internal sealed class DevToolsPipe : IDisposable
{
    private const int MostMessageBytes = 64 * 1024 * 1024;
    private const int BlockBytes = 64 * 1024;

    /// <summary>Longest event that is handed on whole. A page decides how long its requests are and how many wait; nothing we make for it comes near this.</summary>
    private const int MostEventBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Stream _to;
    private readonly Stream _from;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly ConcurrentDictionary<string, ChannelWriter<DevToolsEvent>> _sessions = new();
    private int _last;
    private volatile bool _ended;

    /// <summary>Takes over the streams and begins to read.</summary>
    /// <param name="to">What the browser reads.</param>
    /// <param name="from">What the browser writes.</param>
    /// <param name="time">The clock.</param>
    public DevToolsPipe(Stream to, Stream from, TimeProvider time)
    {
        (_to, _from, _time) = (to, from, time);
        _ = Task.Run(ReadAsync);
    }

    /// <summary>The browser has closed its end, or said something that cannot be.</summary>
    public bool HasEnded => _ended;

    /// <summary>Hands the events of a session on until it is <see cref="Forget"/>.</summary>
    public void Follow(string session, ChannelWriter<DevToolsEvent> to) => _sessions[session] = to;

    /// <summary>Hands on no more events of a session.</summary>
    public void Forget(string session) => _sessions.TryRemove(session, out _);

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <param name="method">The command.</param>
    /// <param name="parameters">Its particulars; null for none.</param>
    /// <param name="session">The page it is meant for; null for the browser.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The result; null when the browser refused the command.</returns>
    /// <exception cref="DevToolsException">No answer in time, or the browser has ended.</exception>
    public async Task<JsonElement?> SendAsync(string method, object? parameters, string? session, TimeSpan within, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        try
        {
            if (_ended)
            {
                throw Ended();
            }

            var message = JsonSerializer.SerializeToUtf8Bytes(new Command(id, method, parameters ?? new object(), session), Json);
            using var limit = new CancellationTokenSource(within, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var exchanged = ExchangeAsync(message, answer.Task);
            var result = await exchanged.WaitAsync(either.Token);
            return result.TryGetProperty("result", out var value) ? value : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DevToolsException($"{method} was not answered within {within.TotalSeconds} s.");
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Ended();
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _to.Dispose();
        _from.Dispose();
        End();
    }

    /// <summary>A browser that hangs does not read either: who waits gives up, and the write ends with the process.</summary>
    private async Task<JsonElement> ExchangeAsync(byte[] message, Task<JsonElement> answer)
    {
        await _writing.WaitAsync();
        try
        {
            await _to.WriteAsync(message);
            await _to.WriteAsync(new byte[1]);
            await _to.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

#pragma warning disable VSTHRD003 // Completed by the reading loop of this very object.
        return await answer;
#pragma warning restore VSTHRD003
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the reading loop: whatever ends it ends the pipe, and who waits is told.")]
    private async Task ReadAsync()
    {
        var buffer = new byte[BlockBytes];
        var length = 0;
        try
        {
            while (await _from.ReadAsync(buffer.AsMemory(length)) is > 0 and var read)
            {
                var from = length;
                length += read;
                length = TakeMessages(buffer, from, length);
                if (length == buffer.Length)
                {
                    if (length >= MostMessageBytes)
                    {
                        break;
                    }

                    Array.Resize(ref buffer, Math.Min(length * 2, MostMessageBytes));
                }
                else if (length == 0 && buffer.Length > BlockBytes)
                {
                    buffer = new byte[BlockBytes];
                }
            }
        }
        catch (Exception e)
        {
            End(e.Message);
        }

        End();
    }

    /// <summary>Takes the whole messages out of a buffer, moves the rest to its beginning and gives its length.</summary>
    private int TakeMessages(byte[] buffer, int scanFrom, int length)
    {
        var start = 0;
        while (buffer.AsSpan(scanFrom, length - scanFrom).IndexOf((byte)0) is >= 0 and var at)
        {
            Take(buffer.AsMemory(start, scanFrom + at - start));
            start = scanFrom = scanFrom + at + 1;
        }

        buffer.AsSpan(start, length - start).CopyTo(buffer);
        return length - start;
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (_asked.TryRemove(id.GetInt32(), out var asked))
            {
                asked.TrySetResult(root.Clone());
            }
        }
        else if (root.TryGetProperty("sessionId", out var session) && _sessions.TryGetValue(session.GetString()!, out var to) && root.GetProperty("method").GetString() is { } method && DevToolsEvent.Wanted.Contains(method))
        {
            to.TryWrite(Event(method, root.GetProperty("params"), message.Length));
        }
    }

    /// <summary>Of a request that is too large only what is needed to refuse it is kept, and of other events, such as a dialog of many megabytes, nothing.</summary>
    private static DevToolsEvent Event(string method, JsonElement particulars, int bytes) => bytes <= MostEventBytes ? new DevToolsEvent(method, particulars.Clone())
        : method == DevToolsEvent.Paused ? new DevToolsEvent(DevToolsEvent.Oversized, JsonSerializer.SerializeToElement(new { requestId = particulars.GetProperty("requestId").GetString(), resourceType = particulars.GetProperty("resourceType").GetString() }))
        : new DevToolsEvent(method, default);

    /// <summary>Everybody who waits gets to know that the browser has ended.</summary>
    private void End(string? why = null)
    {
        _ended = true;
        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(Ended(why));
        }

        foreach (var session in _sessions.Values)
        {
            session.TryComplete(Ended(why));
        }
    }

    private sealed record Command(int Id, string Method, object Params, string? SessionId);

    private static DevToolsException Ended(string? why = null) => new($"The browser has ended. {why}".TrimEnd());
}
