using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpinionWatch.Crawling.Extraction.Feeds;
using OpinionWatch.Crawling.Extraction.Times;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Json;

/// <summary>Reads a JSON answer as a list: by the paths of the configuration, or by the names fields usually bear.</summary>
internal static class JsonListReader
{
    private const int MaxItems = 2000;
    private const int MinTitle = 2;

    /// <summary>True for JSON that is no JSON Feed; a quick look, not a parse.</summary>
    internal static bool LooksLikeJson(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart("\uFEFF \t\r\n");
        return head.Length > 1 && (head[0] is '{' or '[') && head[1..].TrimStart(" \t\r\n") is ['"' or '{' or '[' or '}' or ']', ..];
    }

    internal static ListReading Read(string text, Page page, Source source, TimeZoneInfo zone)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.Bare(text), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Read(document.RootElement, page, source.Json ?? new JsonPaths(), zone);
        }
        catch (JsonException)
        {
            return new(SourceKind.Json, [], null, "返回的不是 JSON；接口可能已变或要求登录，请核对 start 地址");
        }
    }

    private static ListReading Read(JsonElement root, Page page, JsonPaths paths, TimeZoneInfo zone)
    {
        var found = paths.Items is { } path ? JsonPath.Parse(path)?.List(root) ?? [] : JsonFields.FindItems(root);
        var fields = new Fields(paths);
        var items = new List<ListedItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in found.Where(element => element.ValueKind == JsonValueKind.Object).Take(MaxItems))
        {
            if (Item(element, fields, page, zone) is { } item && seen.Add(item.Url.AbsoluteUri))
            {
                items.Add(item);
            }
        }

        var fault = items.Count > 0 ? null
            : found.Count > 0 ? "JSON 里有条目，但读不出标题；请核对 json 的 title、url"
            : paths.Items is { } wanted ? $"JSON 里没有 {wanted}；接口可能已变，请核对 json 的 items"
            : "JSON 里找不到条目列表；请在 json 下写明 items、title、url";
        return new(SourceKind.Json, items, null, fault);
    }

    private static ListedItem? Item(JsonElement element, Fields fields, Page page, TimeZoneInfo zone)
    {
        var title = Plain(fields.Title(element))?.Replace('\n', ' ');
        var text = Plain(fields.Text(element));
        if ((title?.Length ?? 0) < MinTitle && string.IsNullOrEmpty(text))
        {
            return null;
        }

        Uri? url = null;
        var linked = fields.Url(element) is { } address && Uri.TryCreate(page.Url, address.Trim(), out url) && url.Scheme is "http" or "https";
        var published = WebTime.Parse(fields.Time(element), page.FetchedAt, zone);
        return new ListedItem
        {
            // An entry without a page of its own is known by what it says.
            Url = linked ? url! : new Uri(page.Url.GetLeftPart(UriPartial.Path) + "?entry=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text)).AsSpan(0, 8))),
            Title = title,
            Text = text,
            Author = Plain(fields.Author(element)),
            PublishedAt = published,
            IsWhole = !linked || !fields.Fetch,
            Mark = linked && !fields.Fetch ? Fingerprint(title, text) : 0,
        };
    }

    private static long Fingerprint(string? title, string? text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text)), 0) & long.MaxValue;

    private static string? Plain(string? html) => html is null ? null : ControlCharacters.Remove(FeedReader.PlainText(html));

    private sealed class Fields(JsonPaths paths)
    {
        private readonly JsonField? _title = Parse(paths.Title);
        private readonly JsonField? _url = Parse(paths.Url);
        private readonly JsonField? _time = Parse(paths.Time);
        private readonly JsonField? _text = Parse(paths.Text);
        private readonly JsonField? _author = Parse(paths.Author);

        public bool Fetch => paths.Fetch;

        public string? Title(JsonElement item) => _title is null ? JsonFields.Find(item, JsonFields.Titles) : _title.Find(item, escaped: false);

        public string? Url(JsonElement item) => _url is null ? JsonFields.Find(item, JsonFields.Urls) : _url.Find(item, escaped: true);

        public string? Time(JsonElement item) => _time is null ? JsonFields.Find(item, JsonFields.Times) : _time.Find(item, escaped: false);

        public string? Text(JsonElement item) => _text is null ? JsonFields.Find(item, JsonFields.Texts) : _text.Find(item, escaped: false);

        public string? Author(JsonElement item) => _author is null ? JsonFields.Find(item, JsonFields.Authors) : _author.Find(item, escaped: false);

        private static JsonField? Parse(string? configured) => configured is null ? null : JsonField.Parse(configured);
    }
}
