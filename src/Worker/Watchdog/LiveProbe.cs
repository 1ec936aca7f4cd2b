using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>Asks the service itself whether it lives.</summary>
internal sealed class LiveProbe(HttpClient http)
{
    private static readonly string[] Wildcards = ["0.0.0.0", "[::]", "*", "+"];

    /// <summary>Makes the client for it: quick, and without judging the certificate, for nothing is told to whoever answers.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 32,
#pragma warning disable CA5359 // It asks this very machine whether somebody answers, sends nothing, and believes nothing; the console's certificate is made out to another name.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
    })
    { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Asks the addresses the service says it listens on, or else those of the configuration, until one answers.</summary>
    public async Task<LiveAnswer> AskAsync(Heartbeat? beat, IReadOnlyList<string> configured, CancellationToken cancellationToken)
    {
        var asked = false;
        foreach (var address in (beat is { Listen.Count: > 0 } ? beat.Listen : configured).Select(AddressOf).OfType<Uri>())
        {
            asked = true;
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "/health/live"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return LiveAnswer.Answers;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // No answer is an answer too.
            }
        }

        return asked ? LiveAnswer.Silent : LiveAnswer.NotAsked;
    }

    /// <summary>Gives an address that can be asked from this machine; null for a pipe, a socket file, or a port the system chooses.</summary>
    internal static Uri? AddressOf(string listen)
    {
        var text = listen.TrimEnd('/');
        foreach (var wildcard in Wildcards)
        {
            text = text.Replace("://" + wildcard, "://127.0.0.1", StringComparison.Ordinal);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Port != 0 && uri.Host.Length > 0 && !uri.Host.Equals("unix", StringComparison.OrdinalIgnoreCase) ? uri : null;
    }
}
