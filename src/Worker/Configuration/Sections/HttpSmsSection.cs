using System.Text.RegularExpressions;
using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms: { gateway: http }</c>.</summary>
internal static class HttpSmsSection
{
    /// <summary>Keys of this gateway alone.</summary>
    public static readonly string[] Keys = ["url", "method", "contentType", "headers", "body", "success"];

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
        if (!Stands("{to}", url, body))
        {
            sms.Warning("url", "neither url nor body holds {to}, so the gateway is not told it");
        }

        if (!Stands("{text}", url, body))
        {
            sms.Error("url", "neither url nor body holds {text}: the message would say nothing");
        }

        return standard with
        {
            Method = Words(sms, "method", standard.Method, "GET", "POST", "PUT", "PATCH"),
            ContentType = ReadContentType(sms) ?? standard.ContentType,
            Headers = HeadersSection.OfGateway(sms),
            Body = body,
            Success = ReadSuccess(sms),
        };
    }

    private static bool Stands(string part, string url, string? body) =>
        url.Contains(part, StringComparison.Ordinal) || body?.Contains(part, StringComparison.Ordinal) == true;

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
