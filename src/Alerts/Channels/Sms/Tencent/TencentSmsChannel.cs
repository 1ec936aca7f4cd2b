using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpinionWatch.Alerts.Channels.Http;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Sms.Tencent;

/// <summary>Hands text messages to 腾讯云短信 (SendSms 2021-01-11). Receipts name the serial number it answers with.</summary>
public sealed class TencentSmsChannel(TencentSmsOptions options, IHttpClientFactory http, TimeProvider time) : IChannel
{
    private const string ContentType = "application/json; charset=utf-8";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly GatewayClient _gateway = new(http, time, "腾讯云短信");

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sms;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        _gateway.ExchangeAsync(() => Request(message), options.Timeout, (response, body) => Judge(response, body, message), cancellationToken);

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                PhoneNumberSet = new[] { PhoneNumbers.International(message.Address) },
                SmsSdkAppId = options.AppId,
                options.SignName,
                TemplateId = options.Template,
                TemplateParamSet = options.Parameters.Select(parameter => ApprovedTemplate.Value(parameter, message, options.ParameterLength)).ToArray(),
                SessionContext = PlainText.Cut(message.MessageId, 500),
            },
            Plain);
        var now = time.GetUtcNow();
        var signedHeaders = new Dictionary<string, string>
        {
            ["content-type"] = ContentType,
            ["host"] = options.Endpoint.Authority,
            ["x-tc-action"] = "sendsms",
        };
        var signed = TencentSignature.Sign("sms", signedHeaders, body, now, options.SecretId, options.SecretKey);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Endpoint, "/")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", signed.Authorization);
        request.Headers.TryAddWithoutValidation("X-TC-Action", "SendSms");
        request.Headers.TryAddWithoutValidation("X-TC-Version", "2021-01-11");
        request.Headers.TryAddWithoutValidation("X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("X-TC-Region", options.Region);
        return request;
    }

    private SendOutcome Judge(HttpResponseMessage response, string body, OutgoingMessage message)
    {
        var answer = JsonAnswer.Read(body)?.Child("Response");
        var status = answer?.First("SendStatusSet");
        var code = answer?.Child("Error")?.Text("Code") ?? status?.Text("Code");
        if (code == "Ok" && response.IsSuccessStatusCode)
        {
            return new SendOutcome.Sent { GatewayId = status!.Text("SerialNo") };
        }

        return (code is null ? null : TencentFaults.Judge(code))
            ?? (_gateway.ByStatus(response) is SendOutcome.TryLater later ? later : null)
            ?? Unclear.Judge(message, $"腾讯云短信答复 {(int)response.StatusCode}（{PlainText.OneLine(code, 60)}）");
    }
}
