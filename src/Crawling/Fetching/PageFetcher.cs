using System.Net;
using System.Text;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Asks for one page, conditionally (RFC 9110 §13), politely and within robots.txt, following redirects hop by hop with the same checks at each. Retrying is the caller's business: the frontier knows when.</summary>
public sealed class PageFetcher(ICurrent<CrawlingOptions> options, HttpExchange exchange, HostTurns turns, RobotsCache robots, TimeProvider time, ICrawlLedger? ledger = null)
{
    /// <summary>Runs the scripts of pages whose site wants that; null reads all pages as they come.</summary>
    internal PageRenderer? Renderer { get; init; }

    /// <summary>Longest address that is followed: of a redirect, or of what a page asks for.</summary>
    internal const int LongestAddress = 4096;

    /// <summary>Longest a hop after the first waits beyond the host's ordinary pause. The frontier knows of the first hop's host alone; a visit that waited a day for another's would look like one that hangs.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    /// <summary>Counts what became of requests; null counts nothing.</summary>
    internal FetchMeter? Meter { get; init; }

    /// <summary>Waits for the host's turn and pause, asks, and reads the answer.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; trouble of any other kind is a value.</exception>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (ledger is null || request.Site is not { Id: var source })
        {
            return await ShowAsync(request, cancellationToken);
        }

        var at = time.GetUtcNow();
        FetchOutcome? outcome = null;
        ledger.Asked(source, at);
        try
        {
            return outcome = await ShowAsync(request, cancellationToken);
        }
        finally
        {
            ledger.Answered(source, at, outcome);
        }
    }

    /// <summary>The page as it came, or as its scripts show it where the site wants that.</summary>
    private async Task<FetchOutcome> ShowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (request.Site is not { Render: true } || Renderer is null)
        {
            return await AskAsync(request, cancellationToken);
        }

        if (await Renderer.PrepareAsync(cancellationToken) is { } failed)
        {
            return failed;
        }

        // That the page is as it was says nothing about what its scripts would show.
        var outcome = await AskAsync(request with { ETag = null, LastModified = null }, cancellationToken);
        return outcome is FetchOutcome.Fetched { Page: var page } && RenderedPage.CanBeOf(page) ? await Renderer.RenderAsync(page, request, new PartAsker(AskAsync, WaitFor, HoldOf), cancellationToken) : outcome;
    }

    private TimeSpan WaitFor(FetchRequest request) => turns.WaitFor(HostName.Of(request.Url), PauseFor(request.Url, request, options.Value));

    private TimeSpan? HoldOf(FetchRequest request) => HoldOf(request.Url, PauseFor(request.Url, request, options.Value));

    /// <summary>Asks for one thing, and counts it: a page that is rendered asks for many.</summary>
    private async Task<FetchOutcome> AskAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var outcome = await FollowAsync(request, cancellationToken);
        return Meter?.Note(outcome) ?? outcome;
    }

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var url = request.Url;
        var asked = new HashSet<string>();
        while (true)
        {
            if (Refuse(url, asked, settings) is { } refused)
            {
                return refused;
            }

            var pause = PauseFor(url, request, settings);
            if (asked.Count > 1 && HoldOf(url, pause) is { } hold)
            {
                return new FetchOutcome.Throttled(hold);
            }

            switch (await robots.CheckAsync(url, pause, cancellationToken))
            {
                case RobotsVerdict.Disallowed:
                    return new FetchOutcome.Disallowed();
                case RobotsVerdict.Unavailable unavailable:
                    return new FetchOutcome.Failed(unavailable.Fault, unavailable.Reason);
            }

            using var patience = asked.Count > 1 ? new CancellationTokenSource(2 * (turns.PauseOf(HostName.Of(url), pause) + LongestHold), time) : null;
            if (await EnterAsync(url, pause, patience, cancellationToken) is not { } turn)
            {
                return new FetchOutcome.Throttled(HoldOf(url, pause) ?? LongestHold);
            }

            Hop hop;
            using (turn)
            {
                hop = await exchange.SendAsync(url, request, Math.Max(request.MostBytes ?? 0, settings.MaxBodyBytes), cut: false, cancellationToken);
                turn.Leave(hop.ForHost());
            }

            if (hop is Hop.Answered { Status: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect } moved)
            {
                if (Target(url, moved.Location) is not { } target)
                {
                    return new FetchOutcome.Failed(FetchFault.Redirect, "重定向没有给出可用的地址");
                }

                url = target;
                request = request with { Form = null };
                continue;
            }

            return Outcome(hop, request.Url, url);
        }
    }

    /// <summary>Gives how long the host wants to be left alone; null when that is no longer than a visit may wait.</summary>
    private TimeSpan? HoldOf(Uri url, TimeSpan pause)
    {
        var host = HostName.Of(url);
        var wait = turns.WaitFor(host, pause);
        return wait > turns.PauseOf(host, pause) + LongestHold ? wait : null;
    }

    /// <summary>Waits for the turn; null when patience ended before it came: meanwhile another's answer had the host held.</summary>
    private async Task<HostTurn?> EnterAsync(Uri url, TimeSpan pause, CancellationTokenSource? patience, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience?.Token ?? CancellationToken.None);
        try
        {
            return await turns.EnterAsync(HostName.Of(url), pause, either.Token);
        }
        catch (OperationCanceledException) when (patience is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Gives the absolute target of a redirect without its fragment; null when there is none that can be used.</summary>
    internal static Uri? Target(Uri from, string? location)
    {
        if (string.IsNullOrWhiteSpace(location) || location.Length > LongestAddress)
        {
            return null;
        }

        // Header bytes arrive as Latin-1; sites put UTF-8 there.
        var bytes = Encoding.Latin1.GetBytes(location);
        return Uri.TryCreate(from, Encoding.UTF8.GetString(bytes), out var target) && target.IsAbsoluteUri
            ? target.Fragment.Length > 0 ? new Uri(target.GetLeftPart(UriPartial.Query)) : target
            : null;
    }

    private static FetchOutcome.Failed? Refuse(Uri url, HashSet<string> asked, CrawlingOptions settings)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return new FetchOutcome.Failed(FetchFault.Redirect, $"不支持的地址类型 {url.Scheme}");
        }

        if (!asked.Add(url.AbsoluteUri))
        {
            return new FetchOutcome.Failed(FetchFault.Redirect, "重定向成环");
        }

        return asked.Count > settings.MaxRedirects + 1 ? new FetchOutcome.Failed(FetchFault.Redirect, $"重定向超过 {settings.MaxRedirects} 次") : null;
    }

    private static TimeSpan PauseFor(Uri url, FetchRequest request, CrawlingOptions settings)
    {
        var own = request.Pause ?? settings.Delay;
        return own >= settings.Delay || HostName.Of(url) == HostName.Of(request.Url) ? own : settings.Delay;
    }

    private FetchOutcome Outcome(Hop hop, Uri requested, Uri answered) => hop switch
    {
        Hop.Failed failed => new FetchOutcome.Failed(failed.Fault, failed.Reason),
        Hop.Answered { Status: HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation } page => new FetchOutcome.Fetched(PageOf(page, requested, answered)),
        Hop.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } gone => new FetchOutcome.Refused(gone.Status) { Page = PageOf(gone, requested, answered) },
        Hop.Answered { Status: HttpStatusCode.NotModified } => new FetchOutcome.NotModified(),
        Hop.Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } held => new FetchOutcome.Throttled(held.RetryAfter) { IsVague = held is { Status: HttpStatusCode.ServiceUnavailable, RetryAfter: null } },
        Hop.Answered other => new FetchOutcome.Refused(other.Status),
        _ => throw new InvalidOperationException($"Unknown hop {hop}."),
    };

    private Page PageOf(Hop.Answered answer, Uri requested, Uri answered) => new()
    {
        RequestedUrl = requested,
        Url = answered,
        Status = (int)answer.Status,
        Headers = answer.Headers,
        RequestHeaders = answer.RequestHeaders,
        Body = answer.Body,
        ContentType = answer.ContentType,
        FetchedAt = time.GetUtcNow(),
    };
}
