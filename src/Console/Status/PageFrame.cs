using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Assets;

namespace OpinionWatch.Console.Status;

/// <summary>What the pages for people without an account have in common.</summary>
internal static class PageFrame
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Gives a whole page.</summary>
    public static IResult Answer(HttpContext context, string title, string main, int status = StatusCodes.Status200OK, string head = "")
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">{head}<title>{Encode(title)} · 舆情监测</title><link rel=\"stylesheet\" href=\"{AssetFiles.Style}\"></head><body><main class=\"wide\">{main}</main></body></html>",
            "text/html; charset=utf-8",
            statusCode: status);
    }

    /// <summary>Makes outside text inert.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
