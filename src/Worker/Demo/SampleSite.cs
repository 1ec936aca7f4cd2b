using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Demo;

/// <summary>A small web site on loopback on which posts appear: what <c>demo</c> watches, and the end-to-end tests too.</summary>
public sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly string _name;
    private readonly string _charset;
    private readonly Encoding _encoding;
    private ImmutableList<SamplePost> _posts = [];
    private int _requests;

    private SampleSite(WebApplication web, SampleKind kind, string name, string charset)
    {
        _web = web;
        Kind = kind;
        _name = name;
        _charset = charset;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _encoding = Encoding.GetEncoding(charset);
    }

    /// <summary>What it is built like.</summary>
    public SampleKind Kind { get; }

    /// <summary>Its root address, with the port the system chose.</summary>
    public Uri Root => new(_web.Urls.First());

    /// <summary>The page a watcher starts from.</summary>
    public Uri Start => new(Root, Kind switch { SampleKind.Forum => "/forum-2-1.html", SampleKind.Feed => "/rss.xml", _ => "/news/" });

    /// <summary>Requests answered so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>True answers every request with 503.</summary>
    public bool Down { get; set; }

    /// <summary>Starts a site on a free port of 127.0.0.1.</summary>
    /// <param name="kind">What it is built like.</param>
    /// <param name="name">Name shown on its pages.</param>
    /// <param name="charset">Charset of its pages, e.g. <c>utf-8</c> or <c>gbk</c>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<SampleSite> StartAsync(SampleKind kind, string name, string charset, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var site = new SampleSite(web, kind, name, charset);
        web.Run(site.AnswerAsync);
        await web.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>Publishes a post: from now on it stands first in the list.</summary>
    public void Publish(SamplePost post) => ImmutableInterlocked.Update(ref _posts, posts => posts.Insert(0, post));

    /// <summary>Gives the address of a post.</summary>
    public Uri AddressOf(SamplePost post) => new(Root, Kind == SampleKind.Forum ? $"/thread-{post.Id}-1-1.html" : $"/news/{post.Id}.html");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var html = Down ? null : Find(context.Request.Path.Value ?? "/");
        if (html is null)
        {
            context.Response.StatusCode = Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            return;
        }

        var bytes = _encoding.GetBytes(html);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = Kind == SampleKind.Feed && context.Request.Path == "/rss.xml" ? $"application/rss+xml; charset={_charset}" : $"text/html; charset={_charset}";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private string? Find(string path)
    {
        var posts = _posts;
        if (path == Start.AbsolutePath)
        {
            var shown = posts.Take(50);
            return Kind switch
            {
                SampleKind.Forum => SamplePages.Board(_name, _charset, shown),
                SampleKind.Feed => SamplePages.Feed(_name, _charset, Root, shown),
                _ => SamplePages.NewsList(_name, _charset, shown),
            };
        }

        var post = posts.Find(p => AddressOf(p).AbsolutePath == path);
        return post is null ? null : Kind == SampleKind.Forum ? SamplePages.Thread(_name, _charset, post) : SamplePages.Article(_name, _charset, post);
    }
}
