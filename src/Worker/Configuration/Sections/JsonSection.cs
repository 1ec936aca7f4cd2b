using OpinionWatch.Crawling.Extraction.Json;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>json:</c> of a site.</summary>
internal static class JsonSection
{
    private static readonly string[] Keys = ["items", "title", "url", "time", "text", "author", "fetch"];

    /// <summary>Reads it; null when it is absent.</summary>
    public static JsonPaths? Read(MapReader site, SourceKind kind)
    {
        if (site.Child("json", Keys) is not { } json)
        {
            return null;
        }

        if (kind is not (SourceKind.Json or SourceKind.Auto))
        {
            site.Warning("json", "is used with kind: json only");
        }

        return new JsonPaths
        {
            Items = Path(json, "items"),
            Title = Field(json, "title"),
            Url = Field(json, "url"),
            Time = Field(json, "time"),
            Text = Field(json, "text"),
            Author = Field(json, "author"),
            Fetch = json.Flag("fetch") ?? true,
        };
    }

    private static string? Path(MapReader json, string key)
    {
        if (json.Text(key) is not { } text)
        {
            return null;
        }

        if (JsonPath.Parse(text) is not null)
        {
            return text;
        }

        json.Error(key, $"'{Shown.Of(text)}' is no path; write data.list, groups[*].items or rows[0]");
        return null;
    }

    private static string? Field(MapReader json, string key)
    {
        if (json.Text(key) is not { } text)
        {
            return null;
        }

        if (JsonField.Parse(text) is not null)
        {
            return text;
        }

        json.Error(key, $"'{Shown.Of(text)}' is neither a path, as data.title, nor a text with paths in braces, as \"https://example.cn/d/{{id}}.html\"");
        return null;
    }
}
