using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.TestKit;

/// <summary>What a <see cref="LoopbackSite"/> does with a request: well-behaved answers and every kind of trouble.</summary>
public sealed class Answer(Func<HttpContext, Task> write)
{
    /// <summary>Writes the answer.</summary>
    public Task WriteAsync(HttpContext context) => write(context);

    /// <summary>Status and headers, without a body.</summary>
    public static Answer With(int status, params (string Name, string Value)[] headers) => Bytes([], null, status, headers);

    /// <summary>A page in UTF-8.</summary>
    public static Answer Html(string html, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", 200, headers);

    /// <summary>A feed in UTF-8.</summary>
    public static Answer Xml(string xml, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(xml), "application/xml; charset=utf-8", 200, headers);

    /// <summary>Plain text in UTF-8, e.g. a robots.txt.</summary>
    public static Answer Text(string text, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", 200, headers);

    /// <summary>Bytes as they are, with a length.</summary>
    public static Answer Bytes(byte[] body, string? contentType = null, int status = 200, params (string Name, string Value)[] headers) => new(async context =>
    {
        Start(context, status, contentType, headers);
        if (status is not (204 or 304) && status >= 200)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    });

    /// <summary>A page with an ETag that answers 304 when asked conditionally.</summary>
    public static Answer Conditional(string html, string etag, string? lastModified = null) => new(context =>
    {
        (string, string)[] headers = lastModified is null ? [("ETag", etag)] : [("ETag", etag), ("Last-Modified", lastModified)];
        var same = context.Request.Headers.IfNoneMatch.ToString() == etag
            || (lastModified is not null && context.Request.Headers.IfNoneMatch.Count == 0 && context.Request.Headers.IfModifiedSince.ToString() == lastModified);
        return (same ? With(304, headers) : Html(html, headers)).WriteAsync(context);
    });

    /// <summary>A redirect; <paramref name="location"/> is sent as it is.</summary>
    public static Answer Redirect(string location, int status = 302) => With(status, ("Location", location));

    /// <summary>A different answer at each request, the last one for ever.</summary>
    public static Answer InTurn(params Answer[] answers)
    {
        var next = -1;
        return new(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)].WriteAsync(context));
    }

    /// <summary>Computed at each request.</summary>
    public static Answer From(Func<HttpRequest, Answer> choose) => new(context => choose(context.Request).WriteAsync(context));

    /// <summary>The answer, after <paramref name="release"/> completes.</summary>
    public static Answer After(Task release, Answer answer) => new(async context =>
    {
        await release.WaitAsync(context.RequestAborted);
        await answer.WriteAsync(context);
    });

    /// <summary>The answer, some time later.</summary>
    public static Answer Slow(TimeSpan after, Answer answer) => new(async context =>
    {
        await Task.Delay(after, TimeProvider.System, context.RequestAborted);
        await answer.WriteAsync(context);
    });

    /// <summary>No answer at all until the client gives up.</summary>
    public static Answer Never() => new(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

    /// <summary>A head, then one byte at each <paramref name="pause"/>, without end.</summary>
    public static Answer Drip(TimeSpan pause) => new(async context =>
    {
        Start(context, 200, "text/html; charset=utf-8", []);
        while (true)
        {
            await context.Response.Body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, TimeProvider.System, context.RequestAborted);
        }
    });

    /// <summary>The connection is reset without an answer.</summary>
    public static Answer Reset() => new(context =>
    {
        var socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        socket?.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
        socket?.Close();
        return Task.CompletedTask;
    });

    /// <summary>The length promises more than is sent; then the connection ends.</summary>
    public static Answer Truncated(string html, int missingBytes = 100) => new(async context =>
    {
        var body = Encoding.UTF8.GetBytes(html);
        Start(context, 200, "text/html; charset=utf-8", []);
        context.Response.ContentLength = body.Length + missingBytes;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    });

    /// <summary>Bytes written to the socket as they are, head included; then the connection ends.</summary>
    public static Answer Raw(string bytes) => new(async context =>
    {
        var transport = context.Features.Get<IConnectionTransportFeature>()!.Transport;
        await transport.Output.WriteAsync(Encoding.Latin1.GetBytes(bytes), context.RequestAborted);
        await transport.Output.FlushAsync(context.RequestAborted);
        context.Abort();
    });

    /// <summary>A body of so many bytes, with or without a length.</summary>
    public static Answer Huge(long bytes, bool withLength = false) => new(async context =>
    {
        Start(context, 200, "text/html; charset=utf-8", []);
        context.Response.ContentLength = withLength ? bytes : null;
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'x');
        for (var left = bytes; left > 0; left -= block.Length)
        {
            await context.Response.Body.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), context.RequestAborted);
        }
    });

    /// <summary>A small gzip, deflate or br body that grows to so many bytes.</summary>
    public static Answer Bomb(int bytes, string encoding = "gzip") => Compressed(new byte[bytes], encoding);

    /// <summary>A body compressed as <c>gzip</c>, <c>deflate</c> (zlib), <c>raw-deflate</c> (sent as deflate), <c>br</c> or <c>zstd</c>.</summary>
    public static Answer Compressed(byte[] body, string encoding, string contentType = "text/html; charset=utf-8")
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "raw-deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zstd" => new ZstdSharp.CompressionStream(packed, level: 3, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        })
        {
            packer.Write(body);
        }

        return Bytes(packed.ToArray(), contentType, 200, ("Content-Encoding", encoding == "raw-deflate" ? "deflate" : encoding));
    }

    private static void Start(HttpContext context, int status, string? contentType, (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }
}
