using System.Globalization;
using System.Net;
using System.Text.Json;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Answers what one page asks for, by asking the sites like for any page: robots.txt, pause, guard and limits hold by construction. Bounded in number and bytes.</summary>
internal sealed class ServedRequests(Page page, FetchRequest request, CrawlingOptions options, ScriptCache scripts, FailingParts failing, PartAsker asker)
{
    /// <summary>Requests of one page that are made; those found in the cache do not count.</summary>
    public const int MostRequests = 40;

    private const int MostSeen = 1000;
    private const int MostOfOne = 5;
    private const int NoContent = 204;
    private const int BytesPerLimit = 4;
    private const string LessHaste = "可调大 fetch.renderTimeout，或调小该站点的 delay";
    private static readonly string[] Shown = ["Content-Type", "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"];
    private static readonly string[] Asked = ["Accept", "X-Requested-With", "Referer"];

    private readonly Dictionary<string, int> _asked = [];
    private readonly long _rendering = failing.Begin();
    private int _count;
    private int _seen;
    private int _documents;
    private long _bytes;

    /// <summary>An empty answer.</summary>
    public static ServedAnswer Nothing { get; } = new(200, [KeyValuePair.Create("Content-Type", "text/css")], []);

    /// <summary>What is answered to a request that is not made: a way to another page is no way, and leaves the page there is; null lets it fail.</summary>
    public static ServedAnswer? Refusal(JsonElement paused) => TypeOf(paused) == "Document" ? new ServedAnswer(NoContent, [], []) : null;

    /// <summary>The page that was shown last: its own scripts may lead to another.</summary>
    public Page Last { get; private set; } = page;

    /// <summary>Requests made to the page's own host, the page itself included.</summary>
    public int OwnRequests { get; private set; } = 1;

    /// <summary>Why the page cannot be had as it should be: the site asked for less, or something the page is made of did not come. Nothing more is asked for then. Null while all is well.</summary>
    public FetchOutcome? Ended { get; private set; }

    /// <summary>Says what is done about a request that waits.</summary>
    public PagePart Decide(JsonElement paused, string mainFrame) =>
        ++_seen <= MostSeen && Uri.TryCreate(UrlOf(paused), UriKind.Absolute, out var url)
            ? PageParts.Decide(TypeOf(paused), MethodOf(paused), url, Last.Url, request.Site?.RenderHosts ?? [], paused.GetProperty("frameId").GetString() == mainFrame)
            : PagePart.Refuse;

    /// <summary>Says that the time is over and something was still to be asked for, or to come.</summary>
    /// <param name="paused">What it was.</param>
    /// <param name="isAsked">It was asked for and did not come; else there was no time to ask.</param>
    public void OutOfTime(JsonElement paused, bool isAsked)
    {
        if (Uri.TryCreate(UrlOf(paused), UriKind.Absolute, out var url) && (!isAsked || !HasFailed(new FetchRequest(url) { Form = MethodOf(paused) == "POST" ? FormOf(paused) : null })))
        {
            End(url, string.Create(CultureInfo.InvariantCulture, $"{options.RenderTimeout.TotalSeconds:0.#} 秒内没有取完；{LessHaste}"));
        }
    }

    /// <summary>Gets what is asked for; null when it cannot be had.</summary>
    /// <param name="paused">The request.</param>
    /// <param name="left">Time that is left for the page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ServedAnswer?> ServeAsync(JsonElement paused, TimeSpan left, CancellationToken cancellationToken)
    {
        var url = new Uri(UrlOf(paused)).GetLeftPart(UriPartial.Query);
        var isScript = TypeOf(paused) == "Script";
        if (TypeOf(paused) == "Document")
        {
            return await DocumentAsync(new Uri(url), left, cancellationToken) ?? Refusal(paused);
        }

        if (isScript && scripts.Find(new Uri(url)) is { } known)
        {
            return Answer(known.Status, known);
        }

        switch (await AskAsync(new Uri(url), paused, left, cancellationToken))
        {
            case FetchOutcome.Fetched fetched:
                if (isScript)
                {
                    scripts.Keep(new Uri(url), fetched.Page);
                }

                return Answer(fetched.Page.Status, fetched.Page);
            case FetchOutcome.Refused refused:
                return new ServedAnswer((int)refused.Status, [], []);
            case FetchOutcome.Throttled { IsVague: true }:
                return new ServedAnswer((int)HttpStatusCode.ServiceUnavailable, [], []);
            default:
                return null;
        }
    }

    /// <summary>The page itself is not asked for twice; where its scripts lead elsewhere that is followed a few times.</summary>
    private async Task<ServedAnswer?> DocumentAsync(Uri url, TimeSpan left, CancellationToken cancellationToken)
    {
        if (++_documents == 1)
        {
            return Answer(200, Last);
        }

        if (_documents > options.MaxRedirects + 1 || await AskAsync(url, null, left, cancellationToken) is not FetchOutcome.Fetched { Page: var next } || !RenderedPage.CanBeOf(next))
        {
            return null;
        }

        Last = next;
        return Answer(200, next);
    }

    private async Task<FetchOutcome?> AskAsync(Uri url, JsonElement? paused, TimeSpan left, CancellationToken cancellationToken)
    {
        var asking = new FetchRequest(url) { Site = request.Site, Pause = request.Pause };
        if (paused is { } particulars)
        {
            if (MethodOf(particulars) == "POST")
            {
                if (FormOf(particulars) is not { } form)
                {
                    return null;
                }

                asking = asking with { Form = form };
            }

            asking = asking with { Headers = [.. HeadersOf(particulars).Where(header => Asked.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && HeaderText.CanBeSent(header.Value))] };
        }

        // A page that asks for the same every second is not waited for, and has what it asks for.
        var name = NameOf(asking).Exact;
        var times = _asked[name] = _asked.GetValueOrDefault(name) + 1;
        if (times > MostOfOne)
        {
            return null;
        }

        if (_count >= MostRequests || _bytes > (long)options.MaxBodyBytes * BytesPerLimit)
        {
            Fail(asking, string.Create(CultureInfo.InvariantCulture, $"网页要的太多，超过 {MostRequests} 次请求或 {(long)options.MaxBodyBytes * BytesPerLimit} 字节"));
            return null;
        }

        if (asker.WaitFor(asking) is var wait && wait > left)
        {
            HoldOff(asking, wait);
            return null;
        }

        _count++;
        OwnRequests += HostName.Of(url) == HostName.Of(request.Url) ? 1 : 0;
        var outcome = await asker.AskAsync(asking, cancellationToken);
        Judge(asking, outcome);
        return outcome;
    }

    /// <summary>A host that is to be left alone for longer than the page may take is not waited for: the browser is needed elsewhere. Only what the site wished is told as its wish; a long pause is the configuration's.</summary>
    private void HoldOff(FetchRequest asking, TimeSpan wait)
    {
        if (wait <= options.RenderTimeout)
        {
            End(asking.Url, string.Create(CultureInfo.InvariantCulture, $"该主机须再等 {wait.TotalSeconds:0.#} 秒，网页的时间不够"));
        }
        else if (asker.HoldOf(asking) is not null)
        {
            Ended = new FetchOutcome.Throttled(wait);
        }
        else
        {
            var longest = options.RenderTimeout.TotalSeconds;
            End(asking.Url, string.Create(CultureInfo.InvariantCulture, $"两次请求的间隔比 fetch.renderTimeout 长，须再等 {wait.TotalSeconds:0.#} 秒，而网页总共只有 {longest:0.#} 秒；{LessHaste}"));
        }
    }

    /// <summary>Says what an answer means for the page. One that is refused (404, 403) or that robots.txt forbids is the page as its site wants it to be seen.</summary>
    private void Judge(FetchRequest asked, FetchOutcome outcome)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched { Page: var part }:
                _bytes += part.Body.Length;
                failing.Came(NameOf(asked), _rendering);
                break;
            case FetchOutcome.Throttled { IsVague: true }:
                // Trouble of this one address, as likely as not: what it means is what any 5xx means.
                Fail(asked, "网站出错，状态 503");
                break;
            case FetchOutcome.Throttled:
                Ended = outcome;
                break;
            case FetchOutcome.Failed { Reason: var reason }:
                Fail(asked, reason);
                break;
            case FetchOutcome.Refused { Status: >= HttpStatusCode.InternalServerError and var status }:
                Fail(asked, string.Create(CultureInfo.InvariantCulture, $"网站出错，状态 {(int)status}"));
                break;
        }
    }

    private void Fail(FetchRequest asked, string reason)
    {
        if (!HasFailed(asked))
        {
            End(asked.Url, reason);
        }
    }

    /// <summary>Notes that it did not come, and says whether the page is what it is without it.</summary>
    private bool HasFailed(FetchRequest asked) => failing.Failed(NameOf(asked), _rendering);

    private PartName NameOf(FetchRequest asked) => PartName.Of(asked.Url, asked.Form, Last.FetchedAt);

    private void End(Uri url, string reason) =>
        Ended ??= new FetchOutcome.Failed(FetchFault.Render, $"网页的脚本要用的 {url.GetLeftPart(UriPartial.Path)} 没有取到（{reason}），网页不完整；会自动重试");

    private static RequestForm? FormOf(JsonElement paused)
    {
        var sent = paused.GetProperty("request");
        var type = HeadersOf(paused).FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        if (!sent.TryGetProperty("postDataEntries", out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            return sent.TryGetProperty("hasPostData", out var has) && has.ValueKind == JsonValueKind.True ? null : new RequestForm([], type);
        }

        var body = new List<byte>();
        foreach (var entry in entries.EnumerateArray())
        {
            if (!entry.TryGetProperty("bytes", out var bytes) || !bytes.TryGetBytesFromBase64(out var some) || body.Count + some.Length > PageParts.MostPostBytes)
            {
                return null;
            }

            body.AddRange(some);
        }

        return new RequestForm([.. body], type);
    }

    private static ServedAnswer Answer(int status, Page page) =>
        new(status, [.. page.Headers.Where(header => Shown.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && HeaderText.CanBeSent(header.Value))], page.Body.ToArray());

    private static string TypeOf(JsonElement paused) => paused.GetProperty("resourceType").GetString() ?? "";

    private static string UrlOf(JsonElement paused) => paused.GetProperty("request").GetProperty("url").GetString() ?? "";

    private static string MethodOf(JsonElement paused) => paused.GetProperty("request").GetProperty("method").GetString() ?? "";

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(JsonElement paused) =>
        paused.GetProperty("request").GetProperty("headers").EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String).Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!));
}
