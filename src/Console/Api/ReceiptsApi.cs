using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Takes what SMS gateways post: receipts (<c>/api/receipts/GATEWAY?token=…</c>) and replies (<c>/api/replies/GATEWAY?token=…</c>).</summary>
/// <remarks>Gateways send no bearer token, so these addresses have a token of their own (<c>sms.receipts.token</c>). What is not on disk is answered with 500, and gateways post it again.</remarks>
public static class ReceiptsApi
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly string[] Methods = ["GET", "POST"];

    /// <summary>Maps both addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/receipts/{gateway}", Methods, ReceiptsAsync);
        routes.MapMethods("/api/replies/{gateway}", Methods, RepliesAsync);
    }

    private static async Task<IResult> ReceiptsAsync(string gateway, HttpRequest request, ICurrent<AlertsOptions> options, ReceiptDesk desk, CancellationToken cancellationToken)
    {
        if (Refuse(gateway, request, options.Value.Sms) is { } refused)
        {
            return refused;
        }

        if (await RowsAsync(request, cancellationToken) is not { } rows)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await desk.TakeAsync(ReceiptReader.Receipts(options.Value.Sms!, rows), cancellationToken);
        return Thanks(options.Value.Sms!);
    }

    private static async Task<IResult> RepliesAsync(string gateway, HttpRequest request, ICurrent<AlertsOptions> options, ReplyDesk desk, CancellationToken cancellationToken)
    {
        if (Refuse(gateway, request, options.Value.Sms) is { } refused)
        {
            return refused;
        }

        if (await RowsAsync(request, cancellationToken) is not { } rows)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        foreach (var reply in ReceiptReader.Replies(options.Value.Sms!, rows))
        {
            await desk.TakeAsync(reply, cancellationToken);
        }

        return Thanks(options.Value.Sms!);
    }

    private static IResult? Refuse(string gateway, HttpRequest request, SmsOptions? sms)
    {
        var known = NameOf(sms) == gateway ? sms?.Receipts?.Token : null;

        // Compared also when there is nothing to compare with, so that the time taken says nothing.
        var opens = CryptographicOperations.FixedTimeEquals(Hash(request.Query["token"].ToString()), Hash(known ?? ""));
        return known is null
            ? Problems.NotFound($"No receipts are taken for gateway {(NameOf(sms) is { Length: > 0 } ? "of this name" : "at all")}; sms.receipts says so.")
            : opens ? null : Results.Problem("The token is not that of sms.receipts.token.", statusCode: StatusCodes.Status403Forbidden);
    }

    private static string NameOf(SmsOptions? sms) => sms switch { AliyunSmsOptions => "aliyun", TencentSmsOptions => "tencent", HttpSmsOptions => "http", _ => "" };

    /// <summary>Reads the request's values; null when it is too large.</summary>
    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> RowsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var values = request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())).Where(pair => pair.Key != "token").ToList();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            values.AddRange(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
            return ReceiptReader.Rows(values, "");
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.Length > MaxBytes ? null : ReceiptReader.Rows(values, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
    }

    /// <summary>Answers in the form the gateway looks for.</summary>
    private static IResult Thanks(SmsOptions sms) => sms switch
    {
        AliyunSmsOptions => Results.Text("""{"code":0,"msg":"接收成功"}""", "application/json", Encoding.UTF8),
        TencentSmsOptions => Results.Text("""{"result":0,"errmsg":"OK"}""", "application/json", Encoding.UTF8),
        _ => Results.Text("OK", "text/plain", Encoding.UTF8),
    };

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
