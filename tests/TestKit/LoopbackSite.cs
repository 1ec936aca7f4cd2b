using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.TestKit;

/// <summary>A real web site on 127.0.0.1 whose answers a test sets path by path, at any time, and whose log it reads.</summary>
/// <remarks>Without a rule for <c>/robots.txt</c> the site has none (404).</remarks>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Answer> _answers = new();
    private readonly List<SiteRequest> _requests = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly WebApplication _app;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private int _connections;

    private LoopbackSite(TimeProvider time, X509Certificate2? certificate)
    {
        _time = time;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Use(CountAsync);
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.AddServerHeader = false;
            kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
            kestrel.AllowSynchronousIO = true;
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The site's address, ending in a slash.</summary>
    public Uri Root { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The answer for paths without one of their own.</summary>
    public Answer Otherwise { get; set; } = Answer.With(404);

    /// <summary>Most requests that were under way at one moment.</summary>
    public int MostConcurrentRequests { get; private set; }

    /// <summary>Most connections that were open at one moment.</summary>
    public int MostConnections { get; private set; }

    /// <summary>Connections opened so far.</summary>
    public int ConnectionsOpened { get; private set; }

    /// <summary>Every request so far, in order of arrival.</summary>
    public IReadOnlyList<SiteRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Starts a site; <paramref name="time"/> stamps its log (the system's clock when null).</summary>
    public static async Task<LoopbackSite> StartAsync(Answer? root = null, TimeProvider? time = null, X509Certificate2? certificate = null)
    {
        var site = new LoopbackSite(time ?? TimeProvider.System, certificate);
        await site._app.StartAsync();
        site.Root = new Uri(site._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/");
        if (root is not null)
        {
            site.Set("/", root);
        }

        return site;
    }

    /// <summary>Sets or replaces the answer of a path; with its query when it has one, else for any query.</summary>
    public LoopbackSite Set(string path, Answer answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>Gives the absolute address of a path.</summary>
    public Uri Url(string path) => new(Root, path);

    /// <summary>Counts the requests of a path so far.</summary>
    public int Count(string path) => Requests.Count(request => request.Path == path);

    /// <summary>Completes when <paramref name="met"/> holds of the requests so far; it is asked again at each arrival and end of a request.</summary>
    /// <exception cref="TimeoutException">It did not hold within 20 s, or the time given.</exception>
    public async Task UntilAsync(Func<IReadOnlyList<SiteRequest>, bool> met, TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(20), TimeProvider.System);
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                arrived = _arrived.Task;
            }

            var requests = Requests;
            if (met(requests))
            {
                return;
            }

            try
            {
                await arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Not met after {requests.Count} requests: {string.Join(", ", requests.Select(r => r.Path).TakeLast(20))}", late);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Requests that never end were cut off: that is what was asked for.
        }

        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        SiteRequest request;
        lock (_gate)
        {
            _underWay++;
            MostConcurrentRequests = Math.Max(MostConcurrentRequests, _underWay);
            request = new SiteRequest
            {
                Method = context.Request.Method,
                Protocol = context.Request.Protocol,
                Path = path,
                Headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                ArrivedAt = _time.GetUtcNow(),
                Concurrent = _underWay,
                Connection = context.Connection.Id,
                From = context.Connection.RemoteIpAddress,
            };
            _requests.Add(request);
            Tell();
        }

        try
        {
            var plain = path.Split('?')[0];
            var answer = _answers.TryGetValue(path, out var exact) ? exact : _answers.TryGetValue(plain, out var any) ? any : plain == "/robots.txt" ? Answer.With(404) : Otherwise;
            await answer.WriteAsync(context);
            await context.Response.CompleteAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ConnectionAbortedException or InvalidOperationException or ObjectDisposedException)
        {
            context.Abort();
        }
        finally
        {
            lock (_gate)
            {
                _underWay--;
                request.EndedAt = _time.GetUtcNow();
                Tell();
            }
        }
    }

    private ConnectionDelegate CountAsync(ConnectionDelegate next) => async connection =>
    {
        lock (_gate)
        {
            ConnectionsOpened++;
            MostConnections = Math.Max(MostConnections, ++_connections);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            lock (_gate)
            {
                _connections--;
            }
        }
    };

    private void Tell()
    {
        _arrived.TrySetResult();
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
