using System.Text.Json;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Answers what one page asks for, by asking the sites like for any page: robots.txt, pause, guard and limits hold by construction. Bounded in number and bytes.</summary>
internal sealed class ServedRequests(Page page, FetchRequest request, CrawlingOptions options, ScriptCache scripts, Func<FetchRequest, CancellationToken, Task<FetchOutcome>> ask)
{
    /// <summary>Requests of one page that are made; those found in the cache do not count.</summary>
    public const int MostRequests = 40;

    private const int MostSeen = 1000;
    private const int MostOfOne = 5;
    private const int NoContent = 204;
    private const int BytesPerLimit = 4;
    private static readonly string[] Shown = ["Content-Type", "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"];
    private static readonly string[] Asked = ["Accept", "X-Requested-With", "Referer"];

    private readonly Dictionary<string, int> _asked = [];
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

    /// <summary>The site asked for less; nothing more is asked for then.</summary>
    public FetchOutcome.Throttled? Held { get; private set; }

    /// <summary>Says what is done about a request that waits.</summary>
    public PagePart Decide(JsonElement paused, string mainFrame) =>
        ++_seen <= MostSeen && Uri.TryCreate(UrlOf(paused), UriKind.Absolute, out var url)
            ? PageParts.Decide(TypeOf(paused), MethodOf(paused), url, Last.Url, request.Site?.RenderHosts ?? [], paused.GetProperty("frameId").GetString() == mainFrame)
            : PagePart.Refuse;

    /// <summary>Gets what is asked for; null when it cannot be had.</summary>
    public async Task<ServedAnswer?> ServeAsync(JsonElement paused, CancellationToken cancellationToken)
    {
        var url = new Uri(UrlOf(paused)).GetLeftPart(UriPartial.Query);
        var isScript = TypeOf(paused) == "Script";
        if (TypeOf(paused) == "Document")
        {
            return await DocumentAsync(new Uri(url), cancellationToken) ?? Refusal(paused);
        }

        if (isScript && scripts.Find(new Uri(url)) is { } known)
        {
            return Answer(known.Status, known);
        }

        switch (await AskAsync(new Uri(url), paused, cancellationToken))
        {
            case FetchOutcome.Fetched fetched:
                if (isScript)
                {
                    scripts.Keep(new Uri(url), fetched.Page);
                }

                return Answer(fetched.Page.Status, fetched.Page);
            case FetchOutcome.Refused refused:
                return new ServedAnswer((int)refused.Status, [], []);
            default:
                return null;
        }
    }

    /// <summary>The page itself is not asked for twice; where its scripts lead elsewhere that is followed a few times.</summary>
    private async Task<ServedAnswer?> DocumentAsync(Uri url, CancellationToken cancellationToken)
    {
        if (++_documents == 1)
        {
            return Answer(200, Last);
        }

        if (_documents > options.MaxRedirects + 1 || await AskAsync(url, null, cancellationToken) is not FetchOutcome.Fetched { Page: var next } || !RenderedPage.CanBeOf(next))
        {
            return null;
        }

        Last = next;
        return Answer(200, next);
    }

    private async Task<FetchOutcome?> AskAsync(Uri url, JsonElement? paused, CancellationToken cancellationToken)
    {
        // A page that asks for the same every second is not waited for.
        var times = _asked[url.GetLeftPart(UriPartial.Path)] = _asked.GetValueOrDefault(url.GetLeftPart(UriPartial.Path)) + 1;
        if (times > MostOfOne || _count >= MostRequests || _bytes > (long)options.MaxBodyBytes * BytesPerLimit)
        {
            return null;
        }

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

        _count++;
        var outcome = await ask(asking, cancellationToken);
        Held = outcome as FetchOutcome.Throttled;
        _bytes += outcome is FetchOutcome.Fetched fetched ? fetched.Page.Body.Length : 0;
        return outcome;
    }

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
