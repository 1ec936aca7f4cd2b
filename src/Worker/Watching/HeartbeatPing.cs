using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Watching;

/// <summary>Asks an address outside while the service lives, so that somebody outside notices when it does not. What the answer says does not matter to the service.</summary>
internal sealed class HeartbeatPing(IHttpClientFactory http, TimeProvider time, ILogger<HeartbeatPing> log)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "heartbeat";

    private long? _last;
    private bool _failed;

    /// <summary>The request under way, or the last one.</summary>
    internal Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Sends when it is time, without waiting for the answer; one at a time.</summary>
    public void Send(Uri url, TimeSpan every, CancellationToken cancellationToken)
    {
        if (Sending.IsCompleted && (_last is not { } last || time.GetElapsedTime(last) >= every))
        {
            _last = time.GetTimestamp();
            Sending = SendAsync(url, cancellationToken);
        }
    }

    private async Task SendAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(Client);
            using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            Tell(answer.IsSuccessStatusCode ? null : $"status {(int)answer.StatusCode}");
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            Tell(cancellationToken.IsCancellationRequested ? null : fault.GetType().Name);
        }
    }

    /// <summary>Says it when it turns, not at every beat. The address may hold a key and is not logged.</summary>
    private void Tell(string? why)
    {
        if (why is not null && !_failed)
        {
            log.PingFailed(why);
        }
        else if (why is null && _failed)
        {
            log.PingBack();
        }

        _failed = why is not null;
    }
}
