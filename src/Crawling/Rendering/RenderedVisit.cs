using System.Text.Json;
using System.Threading.Channels;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Lets one page's scripts run in a context of its own and takes the page as it stands then. All it asks for goes through us.</summary>
internal sealed class RenderedVisit(DevToolsPipe pipe, CrawlingOptions options, ScriptCache scripts, FailingParts failing, PartAsker asker, TimeProvider time)
{
    private const int MostEvents = 2000;
    private const string Markup = "(most => { const text = '<!DOCTYPE html>' + document.documentElement.outerHTML; return text.length > most ? null : text; })";
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Channel<DevToolsEvent> _events = Channel.CreateBounded<DevToolsEvent>(new BoundedChannelOptions(MostEvents) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private string? _session;

    /// <summary>Renders a page that was fetched.</summary>
    /// <param name="page">The page as it came.</param>
    /// <param name="request">What it was asked for with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The page as it stands after its scripts; or that the site asks for less, which it said to one of them, or that something they need did not come.</returns>
    /// <exception cref="FaultException">The page cannot be rendered, and that is its own fault.</exception>
    /// <exception cref="DevToolsException">The browser is of no use any more.</exception>
    public async Task<FetchOutcome> RunAsync(Page page, FetchRequest request, CancellationToken cancellationToken)
    {
        var context = await TextAsync("Target.createBrowserContext", new { disposeOnDetach = true }, "browserContextId", cancellationToken);
        try
        {
            await CommandAsync("Browser.setDownloadBehavior", new { behavior = "deny", browserContextId = context }, cancellationToken);
            var target = await TextAsync("Target.createTarget", new { url = "about:blank", browserContextId = context, width = 1280, height = 2000 }, "targetId", cancellationToken);
            _session = await TextAsync("Target.attachToTarget", new { targetId = target, flatten = true }, "sessionId", cancellationToken);
            pipe.Follow(_session, _events.Writer);
            await CommandAsync("Inspector.enable", null, cancellationToken);
            await CommandAsync("Network.setBypassServiceWorker", new { bypass = true }, cancellationToken);
            await CommandAsync("Emulation.setTimezoneOverride", new { timezoneId = ZoneId() }, cancellationToken);
            await CommandAsync("Page.enable", null, cancellationToken);
            await CommandAsync("Fetch.enable", new { patterns = new[] { new { urlPattern = "*", requestStage = "Request" } } }, cancellationToken);
            var served = new ServedRequests(page, request, options, scripts, failing, asker);
            await LetRunAsync(served, target, request, cancellationToken);
            return served.Ended ?? new FetchOutcome.Fetched(await TakeAsync(served.Last, target, cancellationToken));
        }
        catch (ChannelClosedException)
        {
            throw new DevToolsException("The browser has ended.");
        }
        finally
        {
            if (_session is not null)
            {
                pipe.Forget(_session);
            }

            // Whatever the page does, the browser itself closes it; when it cannot, it is of no use any more.
            await pipe.SendAsync("Target.disposeBrowserContext", new { browserContextId = context }, null, AnswersWithin, CancellationToken.None);
        }
    }

    /// <summary>Serves what the page asks for until it has loaded and been quiet for a while, or its time is over.</summary>
    private async Task LetRunAsync(ServedRequests served, string target, FetchRequest request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        using var limit = new CancellationTokenSource(options.RenderTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var address = new UriBuilder(served.Last.Url) { Fragment = request.Url.Fragment }.Uri.AbsoluteUri;
        var navigated = pipe.SendAsync("Page.navigate", new { url = address }, _session, options.RenderTimeout + AnswersWithin, either.Token);
        var loaded = false;
        var waiting = new Queue<JsonElement>();
        JsonElement? asked = null;
        var quietSince = time.GetTimestamp();
        try
        {
            while (served.Ended is null)
            {
                if (await NextAsync(waiting.Count > 0 ? TimeSpan.Zero : loaded ? Quiet - time.GetElapsedTime(quietSince) : Quiet, either.Token) is { } happened)
                {
                    switch (happened.Method)
                    {
                        case DevToolsEvent.Paused when served.Decide(happened.Parameters, target) is var part:
                            if (part == PagePart.Serve)
                            {
                                waiting.Enqueue(happened.Parameters);
                                break;
                            }

                            await AnswerAsync(happened.Parameters, part == PagePart.Empty ? ServedRequests.Nothing : ServedRequests.Refusal(happened.Parameters), either.Token);
                            break;
                        case DevToolsEvent.Loaded:
                            loaded = true;
                            quietSince = time.GetTimestamp();
                            break;
                        case DevToolsEvent.Dialog:
                            await CommandAsync("Page.handleJavaScriptDialog", new { accept = false }, either.Token);
                            break;
                        case DevToolsEvent.Crashed:
                            throw new FaultException(FetchFault.Render, "网页的脚本使浏览器的页面崩溃（可能占用内存过多）；请核对网页，或去掉该站点的 render");
                    }
                }
                else if (waiting.TryDequeue(out var next))
                {
                    asked = next;
                    var answer = await served.ServeAsync(next, options.RenderTimeout - time.GetElapsedTime(began), either.Token);
                    asked = null;
                    await AnswerAsync(next, answer, either.Token);
                    quietSince = answer is null ? quietSince : time.GetTimestamp();
                }
                else if (loaded && time.GetElapsedTime(quietSince) >= Quiet)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Its time is over: what stands there now is what there is, unless something it is made of was still to come.
            if (asked is not null || waiting.Count > 0)
            {
                served.OutOfTime(asked ?? waiting.Peek(), isAsked: asked is not null);
            }
        }
        finally
        {
            await either.CancelAsync();
            await EndedAsync(navigated);
        }
    }

    /// <summary>Gives what happened next; null when nothing does for so long. What is refused does not count as something: a page that asks every second would never be quiet.</summary>
    private async Task<DevToolsEvent?> NextAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        if (_events.Reader.TryRead(out var happened))
        {
            return happened;
        }

        if (within <= TimeSpan.Zero)
        {
            return null;
        }

        using var quiet = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, cancellationToken);
        try
        {
            return await _events.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task AnswerAsync(JsonElement paused, ServedAnswer? answer, CancellationToken cancellationToken)
    {
        var id = paused.GetProperty("requestId").GetString();
        await (answer is null
            ? CommandAsync("Fetch.failRequest", new { requestId = id, errorReason = "BlockedByClient" }, cancellationToken)
            : CommandAsync("Fetch.fulfillRequest", new { requestId = id, responseCode = answer.Status, responseHeaders = answer.Headers.Select(header => new { name = header.Key, value = header.Value }), body = answer.Body }, cancellationToken));
    }

    /// <summary>Takes the page in a world of its own, where the page's scripts have changed nothing.</summary>
    private async Task<Page> TakeAsync(Page last, string frame, CancellationToken cancellationToken)
    {
        JsonElement? evaluated;
        try
        {
            var world = await pipe.SendAsync("Page.createIsolatedWorld", new { frameId = frame }, _session, AnswersWithin, cancellationToken);
            var expression = $"{Markup}({options.MaxBodyBytes})";
            evaluated = world is not { } made ? null : await pipe.SendAsync(
                "Runtime.evaluate", new { expression, contextId = made.GetProperty("executionContextId").GetInt32(), returnByValue = true }, _session, AnswersWithin, cancellationToken);
        }
        catch (DevToolsException) when (!pipe.HasEnded)
        {
            throw new FaultException(FetchFault.Render, "网页的脚本运行不停，浏览器取不到内容；请去掉该站点的 render，或改用接口（kind: json）");
        }

        if (evaluated is not { } result || !result.TryGetProperty("result", out var remote))
        {
            throw new FaultException(FetchFault.Render, "浏览器没有给出网页的内容");
        }

        if (!remote.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.String)
        {
            throw new FaultException(FetchFault.TooLarge, $"渲染后的网页超过 {options.MaxBodyBytes} 字节");
        }

        return RenderedPage.Of(last, value, time.GetUtcNow());
    }

    private async Task CommandAsync(string method, object? parameters, CancellationToken cancellationToken) => await pipe.SendAsync(method, parameters, _session, AnswersWithin, cancellationToken);

    private async Task<string> TextAsync(string method, object parameters, string field, CancellationToken cancellationToken) =>
        await pipe.SendAsync(method, parameters, null, AnswersWithin, cancellationToken) is { } result && result.TryGetProperty(field, out var value)
            ? value.GetString()!
            : throw new DevToolsException($"{method} was refused.");

    private static async Task EndedAsync(Task navigated)
    {
        try
        {
#pragma warning disable VSTHRD003 // Started by the caller, in this very class.
            await navigated;
#pragma warning restore VSTHRD003
        }
        catch (Exception e) when (e is OperationCanceledException or DevToolsException)
        {
            // What became of the page says the page.
        }
    }

    private string ZoneId()
    {
        var zone = options.TimeZone;
        return zone.HasIanaId ? zone.Id : FormattableString.Invariant($"Etc/GMT{-zone.BaseUtcOffset.Hours:+0;-0;+0}");
    }
}
