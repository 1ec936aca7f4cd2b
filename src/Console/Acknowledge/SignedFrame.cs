using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>The frame of pages behind signed links: nothing from elsewhere, no script, its one style allowed by its hash; the address, which is a key, is told to no other site and kept in no cache.</summary>
internal static class SignedFrame
{
    // Browsers hash the style with the line ends HTML gives it, however this file was checked out.
    private static readonly string Style = """
        :root{color-scheme:light dark;--tone:#5f6672;--ink:#1d2733;--dim:#5b6876;--page:#f4f6f8;--card:#fff;--link:#1f5fa8;--on:#fff}
        .critical{--tone:#b3261e}.major{--tone:#b25400}.general{--tone:#1f5fa8}
        @media (prefers-color-scheme:dark){:root{--tone:#98a3b0;--ink:#dfe6ee;--dim:#93a1b0;--page:#12171d;--card:#1a212a;--link:#8ab8f0;--on:#10161c}.critical{--tone:#ef7a70}.major{--tone:#e69a4c}.general{--tone:#7fb0e6}}
        *{box-sizing:border-box}body{font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0;background:var(--page);color:var(--ink)}
        main{max-width:40rem;margin:0 auto;padding:1rem 1rem 3rem}p{margin:.4rem 0}a{color:var(--link)}.dim{color:var(--dim);font-size:.9rem}
        .card{background:var(--card);border-top:4px solid var(--tone);padding:1.1rem 1.2rem 1.3rem;margin:.6rem 0;border-radius:0 0 6px 6px;overflow-wrap:anywhere}
        .level{color:var(--tone);font-weight:700}h1{font-size:1.35rem;line-height:1.4;margin:.2rem 0 .9rem}
        dl{display:grid;grid-template-columns:4.5em 1fr;gap:.35rem .6rem;margin:0}dt{color:var(--dim)}dd{margin:0}
        .now{margin:1.2rem 0 0;padding:.9rem 1rem;background:var(--page);border-radius:6px}.now strong{display:block;font-size:1.1rem}.done strong{color:#0a6b3d}.late{color:#b3261e}
        @media (prefers-color-scheme:dark){.done strong{color:#5fd39a}.late{color:#ff8a8a}}
        button{display:block;margin-top:.9rem;width:100%;font:inherit;font-weight:600;font-size:1.1rem;color:var(--on);background:var(--tone);border:0;border-radius:6px;min-height:3rem;cursor:pointer}
        button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
        """.ReplaceLineEndings("\n");

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Gives a whole page.</summary>
    public static IResult Answer(HttpContext context, string title, string main, int status)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.Content(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"format-detection\" content=\"telephone=no\"><title>{Encode(title)} · 舆情监测</title><style>{Style}</style></head><body><main>{main}</main></body></html>",
            "text/html; charset=utf-8",
            statusCode: status);
    }

    /// <summary>Makes outside text inert.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
