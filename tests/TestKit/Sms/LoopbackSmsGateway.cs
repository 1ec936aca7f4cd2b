using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.TestKit.Sms;

/// <summary>A text message gateway on loopback that keeps what it is asked to send and answers as the test says.</summary>
public sealed class LoopbackSmsGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SmsRequest> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private LoopbackSmsGateway(WebApplication app) => _app = app;

    /// <summary>Its address, ending in a slash.</summary>
    public Uri Root => new(_app.Urls.First() + "/");

    /// <summary>Asked at each request, after it was kept. Default: 200 and <c>{"code": 0}</c>.</summary>
    public Func<SmsRequest, SmsAnswer> Answer { get; set; } = _ => new SmsAnswer();

    /// <summary>Requests taken so far, oldest first.</summary>
    public IReadOnlyList<SmsRequest> Requests => [.. _requests];

    /// <summary>Starts a gateway.</summary>
    /// <param name="port">Port to listen on; 0 takes a free one.</param>
    public static async Task<LoopbackSmsGateway> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var gateway = new LoopbackSmsGateway(app);
        app.Run(gateway.HandleAsync);
        await app.StartAsync();
        return gateway;
    }

    /// <summary>Waits until so many requests were taken, and gives them all.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public async Task<IReadOnlyList<SmsRequest>> WaitForAsync(int count, TimeSpan? timeout = null)
    {
        using var limit = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(20));
        while (_requests.Count < count)
        {
            try
            {
                await _arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException e) when (_requests.Count < count)
            {
                throw new TimeoutException($"{_requests.Count} of {count} requests came.", e);
            }
        }

        return Requests;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var path = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? context.Request.GetEncodedPathAndQuery();
        var request = new SmsRequest(context.Request.Method, path, headers, body.ToArray(), TimeProvider.System.GetUtcNow());
        _requests.Enqueue(request);
        _arrived.Release();
        await Answer(request).WriteAsync(context);
    }
}
