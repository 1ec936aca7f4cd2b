using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.Console.Status;

/// <summary>What every page has in common: head, style, and headers that let nothing else in.</summary>
internal static class PageFrame
{
    private const string Style = """
        body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;margin:0;background:#f4f6f8;color:#1d2733}
        main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        h1{font-size:1.4rem;margin:.5rem 0 0}h2{font-size:1.05rem;margin:2rem 0 .5rem}p{margin:.3rem 0}
        table{border-collapse:collapse;width:100%;background:#fff}th,td{text-align:left;padding:.45rem .7rem;border-bottom:1px solid #e3e8ee;vertical-align:top}
        th{font-weight:600;background:#fafbfc;white-space:nowrap}.good{color:#0a6b3d}.bad{color:#a4161a;font-weight:600}.part{color:#8a5a00}.dim{color:#5b6876}
        input,button{font:inherit;padding:.4rem .6rem;min-height:2.6rem}
        @media (prefers-color-scheme:dark){body{background:#12171d;color:#dfe6ee}table{background:#1a212a}th{background:#1f2731}th,td{border-color:#2b3542}.good{color:#5fd39a}.bad{color:#ff8a8a}.part{color:#f0c060}.dim{color:#93a1b0}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Gives a whole page.</summary>
    public static IResult Answer(HttpContext context, string title, string main, int status = StatusCodes.Status200OK, string head = "")
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">{head}<title>{Encode(title)} · 舆情监测</title><style>{Style}</style></head><body><main>{main}</main></body></html>",
            "text/html; charset=utf-8",
            statusCode: status);
    }

    /// <summary>Makes outside text inert.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
