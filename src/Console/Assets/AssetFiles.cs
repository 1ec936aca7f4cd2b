using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace OpinionWatch.Console.Assets;

/// <summary>The one stylesheet, the one small script and the icon. Their addresses carry their hash, so a browser may keep them for ever.</summary>
internal static class AssetFiles
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly (byte[] Bytes, string Hash) StyleFile = Load("console.css");
    private static readonly (byte[] Bytes, string Hash) ScriptFile = Load("console.js");

    private static readonly (byte[] Bytes, string Hash) IconFile = Load("console.svg");

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = $"/console.svg?v={IconFile.Hash}";

    /// <summary>Address of the stylesheet.</summary>
    public static string Style { get; } = $"/console.css?v={StyleFile.Hash}";

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = $"/console.js?v={ScriptFile.Hash}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console.css", (HttpContext context) => Answer(context, StyleFile, "text/css; charset=utf-8"));
        routes.MapGet("/console.js", (HttpContext context) => Answer(context, ScriptFile, "text/javascript; charset=utf-8"));
        routes.MapGet("/console.svg", (HttpContext context) => Answer(context, IconFile, "image/svg+xml"));
    }

    private static IResult Answer(HttpContext context, (byte[] Bytes, string Hash) file, string type)
    {
        context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v") ? Forever : "no-cache";
        return Results.Bytes(file.Bytes, type, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
    }

    private static (byte[] Bytes, string Hash) Load(string name)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (bytes.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16]);
    }
}
