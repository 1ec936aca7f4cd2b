using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Takes what SMS gateways post: receipts (<c>/api/receipts/GATEWAY?token=…</c>) and replies (<c>/api/replies/GATEWAY?token=…</c>).</summary>
/// <remarks>Gateways send no bearer token, so these addresses have a token of their own (<c>sms.receipts.token</c>). What is not on disk is answered with 500, and gateways post it again; what of it was taken does nothing then.</remarks>
public static class ReceiptsApi
{
    private static readonly string[] Methods = ["GET", "POST"];

    /// <summary>Maps both addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/receipts/{gateway}", Methods, ReceiptsAsync);
        routes.MapMethods("/api/replies/{gateway}", Methods, RepliesAsync);
    }

    private static async Task<IResult> ReceiptsAsync(string gateway, HttpRequest request, ICurrent<AlertsOptions> options, ReceiptDesk desk, CancellationToken cancellationToken)
    {
        // Read once: an edit of the configuration while the body comes in must not change whose it is.
        var sms = options.Value.Sms;
        if (Refuse(gateway, request, sms) is { } refused)
        {
            return refused;
        }

        var (rows, problem) = await RowsAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        await desk.TakeAsync(ReceiptReader.Receipts(sms!, rows), cancellationToken);
        return Thanks(sms!);
    }

    private static async Task<IResult> RepliesAsync(string gateway, HttpRequest request, ICurrent<AlertsOptions> options, ReplyDesk desk, CancellationToken cancellationToken)
    {
        var current = options.Value;
        if (Refuse(gateway, request, current.Sms) is { } refused)
        {
            return refused;
        }

        var (rows, problem) = await RowsAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var failed = await desk.TakeAllAsync(ReceiptReader.Replies(current.Sms!, rows, current.TimeZone), cancellationToken);

        // Posted again, those that were taken do nothing.
        return failed == 0 ? Thanks(current.Sms!) : Results.Problem($"{failed} replies could not be kept; post them again.", statusCode: StatusCodes.Status500InternalServerError);
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

    /// <summary>Reads the request's values, or gives a problem to answer with.</summary>
    private static async Task<(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, IResult? Problem)> RowsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())).Where(pair => pair.Key != "token").ToList();
        if (request.HasFormContentType)
        {
            return await FormAsync(request, values, cancellationToken);
        }

        var (body, problem) = await BodyReader.ReadBytesAsync(request, cancellationToken);
        return problem is not null ? ([], problem)
            : ReceiptReader.Rows(values, Encoding.UTF8.GetString(body.Span)) is { } rows ? (rows, null)
            : ([], BodyReader.TooLarge($"The body has more than {ReceiptReader.Most} entries; post them in several requests."));
    }

    private static async Task<(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, IResult? Problem)> FormAsync(HttpRequest request, List<KeyValuePair<string, string>> values, CancellationToken cancellationToken)
    {
        if (request.ContentLength > BodyReader.MaxBytes)
        {
            return ([], BodyReader.TooLarge($"The form has {request.ContentLength} bytes; {BodyReader.MaxBytes} are allowed."));
        }

        try
        {
            var form = await request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = BodyReader.MaxBytes, MultipartBodyLengthLimit = BodyReader.MaxBytes }, cancellationToken);
            values.AddRange(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
            return (ReceiptReader.Rows(values, "") ?? [], null);
        }
        catch (InvalidDataException exception)
        {
            return ([], Problems.Bad(exception.Message));
        }
        catch (BadHttpRequestException exception)
        {
            return ([], Results.Problem(exception.Message, statusCode: exception.StatusCode));
        }
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
