using System.Text.RegularExpressions;
using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms: { gateway: http }</c>.</summary>
internal static class HttpSmsSection
{
    /// <summary>Keys of this gateway alone.</summary>
    public static readonly string[] Keys = ["url", "method", "contentType", "headers", "body", "success"];

    private const string Tchars = "!#$%&'*+-.^_`|~";

    private static readonly string[] Parts = ["{to}", "{text}"];

    /// <summary>Reads it.</summary>
    public static HttpSmsOptions Read(MapReader sms)
    {
        var url = sms.Required("url", "gateway: http needs the address of the gateway, as \"http://127.0.0.1:13013/send\"") ?? "";
        if (url.Length > 0 && Web.Parse(Filled(url)) is null)
        {
            sms.Error("url", "is no address that begins with http:// or https://; {to}, {text} and {id} may stand in it");
        }

        var standard = new HttpSmsOptions { Url = url };
        var body = sms.Text("body");
        foreach (var part in Parts.Where(part => !url.Contains(part, StringComparison.Ordinal) && body?.Contains(part, StringComparison.Ordinal) != true))
        {
            sms.Warning("url", $"neither url nor body holds {part}, so the gateway is not told it");
        }

        return standard with
        {
            Method = Words(sms, "method", standard.Method, "GET", "POST", "PUT", "PATCH"),
            ContentType = ReadContentType(sms) ?? standard.ContentType,
            Headers = ReadHeaders(sms),
            Body = body,
            Success = ReadSuccess(sms),
        };
    }

    private static string Words(MapReader sms, string key, string standard, params string[] allowed)
    {
        var index = sms.Choice<int>(key, [.. allowed.Select((word, at) => (word, at))]);
        return index is { } chosen ? allowed[chosen] : standard;
    }

    private static string? ReadContentType(MapReader sms)
    {
        if (sms.Text("contentType") is not { } text)
        {
            return null;
        }

        if (System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(text, out _))
        {
            return text;
        }

        sms.Error("contentType", $"'{Shown.Of(text)}' is no content type; write one as \"application/json; charset=utf-8\" or application/x-www-form-urlencoded");
        return null;
    }

    private static Dictionary<string, string> ReadHeaders(MapReader sms)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (sms.Find("headers") is not { } node)
        {
            return headers;
        }

        if (node is not YamlMap map)
        {
            sms.Error("headers", $"holds names with values, as {{ X-Key: \"${{env:OPINIONWATCH_SMS_KEY}}\" }}, not {node.Kind}");
            return headers;
        }

        foreach (var (key, value) in map.Entries.Select(entry => (entry.Key, entry.Value)))
        {
            var text = sms.Reading.TextOf(value, $"sms.headers.{Shown.Of(key.Raw)}");
            if (key.Raw.Length == 0 || !key.Raw.All(c => char.IsAsciiLetterOrDigit(c) || Tchars.Contains(c, StringComparison.Ordinal)))
            {
                sms.Reading.Faults.Error(key.Place, $"sms.headers: '{Shown.Of(key.Raw)}' is no name of a header; letters, digits and hyphens are allowed");
            }
            else if (text is not null && text.Any(character => character is '\r' or '\n' or '\0'))
            {
                sms.Reading.Faults.Error(value.Place, $"sms.headers.{key.Raw}: the value holds a line break");
            }
            else if (text is not null && !headers.TryAdd(key.Raw, text))
            {
                sms.Reading.Faults.Error(key.Place, $"sms.headers: '{key.Raw}' stands here twice; upper and lower case do not matter");
            }
        }

        return headers;
    }

    private static string? ReadSuccess(MapReader sms)
    {
        if (sms.Text("success") is not { } pattern)
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return pattern;
        }
        catch (ArgumentException fault)
        {
            sms.Error("success", $"is no regular expression: {Shown.Of(fault.Message, 200)}");
            return null;
        }
    }

    private static string Filled(string url) => url.Replace("{to}", "1", StringComparison.Ordinal).Replace("{text}", "1", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal);
}
