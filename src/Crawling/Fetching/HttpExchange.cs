using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Sends one request and reads its answer within the limits. Follows nothing, waits for nothing, retries nothing.</summary>
public sealed class HttpExchange : IDisposable
{
    private const int MostHeaderKilobytes = 64;
    private const int EvidenceOfGoneBytes = 64 * 1024;
    private const int ConnectionsToProxy = 64;
    private const int DrainBytes = 16 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMilliseconds(250);

    private readonly ICurrent<CrawlingOptions> _options;
    private readonly TimeProvider _time;
    private readonly GuardedConnector _connector;
    private readonly SiteManners _manners;
    private readonly HttpMessageInvoker _direct;
    private readonly HttpMessageInvoker _proxied;

    /// <summary>Opens the HTTP stack: no cookies, no redirects, no decoding but our own, one connection to a host. HTTP/2 where a site offers it over TLS.</summary>
    public HttpExchange(ICurrent<CrawlingOptions> options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _connector = new GuardedConnector(options);
        _manners = new SiteManners(time);
        _direct = Open(proxy: null, connections: 1);

        // To the stack all plain sites behind a proxy are one server; that none is asked twice at a time is the turns' business.
        _proxied = Open(new ConfiguredProxy(options), ConnectionsToProxy);
    }

    private HttpMessageInvoker Open(IWebProxy? proxy, int connections) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = proxy is not null,
                Proxy = proxy,
                AutomaticDecompression = DecompressionMethods.None,
                MaxConnectionsPerServer = connections,
                MaxResponseHeadersLength = MostHeaderKilobytes,
                MaxResponseDrainSize = DrainBytes,
                ResponseDrainTimeout = DrainTimeout,
                ConnectTimeout = ConnectTimeout,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = _connector.ConnectAsync,
                SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = new CertificateJudge(_options, _time).Accept },
                ActivityHeadersPropagator = null,
            },
            disposeHandler: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        _direct.Dispose();
        _proxied.Dispose();
    }

    /// <param name="url">Address to ask for.</param>
    /// <param name="request">Gives the conditional headers; null asks unconditionally.</param>
    /// <param name="limit">Most bytes of body.</param>
    /// <param name="cut">True gives the first <paramref name="limit"/> bytes of a longer body instead of refusing it.</param>
    /// <param name="cancellationToken">Ends it; the time-out of the options ends it as a value.</param>
    internal async Task<Hop> SendAsync(Uri url, FetchRequest? request, int limit, bool cut, CancellationToken cancellationToken)
    {
        var timeout = _options.Value.Timeout;
        using var limitOfTime = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limitOfTime.Token, cancellationToken);
        try
        {
            using var message = Compose(url, request);
            using var response = await SendAsync(message, url, either.Token);
            _manners.Learn(response, url, request?.Site);
            return await ReadAsync(message, request?.Site, response, limit, cut, either.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Hop.Failed(FetchFault.Timeout, $"{timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} 秒内没有收完回答");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return FailureNaming.Name(e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, Uri url, CancellationToken cancellationToken)
    {
        if (_options.Value is { Proxy: null } || IsAllowedEndpoint(url))
        {
            return await _direct.SendAsync(message, cancellationToken);
        }

        await _connector.JudgeProxiedAsync(url.IdnHost, cancellationToken);
        return await _proxied.SendAsync(message, cancellationToken);
    }

    private bool IsAllowedEndpoint(Uri url) => IPAddress.TryParse(url.Host, out var address) && _options.Value.AllowEndpoints.Contains(new IPEndPoint(address, url.Port));

    private HttpRequestMessage Compose(Uri url, FetchRequest? request)
    {
        var message = new HttpRequestMessage(request?.Form is null ? HttpMethod.Get : HttpMethod.Post, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.Host = url.IsDefaultPort ? url.IdnHost : $"{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost)}:{url.Port}";
        message.Headers.TryAddWithoutValidation("User-Agent", _options.Value.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5");
        message.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.3");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.AcceptEncoding);
        foreach (var (name, value) in request?.Headers ?? [])
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request?.Form is { } form)
        {
            message.Content = new ByteArrayContent([.. form.Body]);
            if (form.ContentType is { } type && HeaderText.CanBeSent(type))
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        _manners.Apply(message, url, request?.Site);
        if (request?.ETag is { } etag && HeaderText.CanBeSent(etag))
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (request?.LastModified is { } modified && HeaderText.CanBeSent(modified))
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return message;
    }

    [SuppressMessage("Reliability", "CA2016", Justification = "The stream is read with the token.")]
    private async Task<Hop> ReadAsync(HttpRequestMessage message, Source? site, HttpResponseMessage response, int limit, bool cut, CancellationToken cancellationToken, CancellationToken stop)
    {
        var body = ReadOnlyMemory<byte>.Empty;
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation)
        {
            if (!cut && response.Content.Headers.ContentLength > limit)
            {
                return new Hop.Failed(FetchFault.TooLarge, $"正文有 {response.Content.Headers.ContentLength} 字节，超过上限 {limit} 字节");
            }

            var encodings = Values(response.Content.Headers, "Content-Encoding");
            body = await BodyReader.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), encodings, limit, cut, cancellationToken);
        }
        else if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone && !cut)
        {
            body = await GoneAsync(response, cancellationToken, stop);
        }

        return new Hop.Answered(
            response.StatusCode,
            Flat(response.Headers.NonValidated, response.Content.Headers.NonValidated),
            SiteManners.Shown(Flat(message.Headers.NonValidated), site),
            body,
            Values(response.Content.Headers, "Content-Type") is [var type, ..] ? type : null,
            Values(response.Headers, "Location") is [var location, ..] ? location : null,
            RetryAfter(response));
    }

    /// <summary>Reads the beginning of a page that is gone, as evidence; trouble with it changes nothing about the answer.</summary>
    private static async Task<ReadOnlyMemory<byte>> GoneAsync(HttpResponseMessage response, CancellationToken cancellationToken, CancellationToken stop)
    {
        try
        {
            return await BodyReader.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), Values(response.Content.Headers, "Content-Encoding"), EvidenceOfGoneBytes, cut: true, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Its body has no end; that it is gone was said in its head.
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date - _time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static IReadOnlyList<string> Values(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : [];

    private static IReadOnlyList<KeyValuePair<string, string>> Flat(params System.Net.Http.Headers.HttpHeadersNonValidated[] headers) =>
        [.. headers.SelectMany(all => all.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))))];
}
