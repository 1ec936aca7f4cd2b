using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpinionWatch.Alerts.Channels.Http;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Sms.Aliyun;

/// <summary>Hands text messages to 阿里云短信服务 (Dysmsapi 2017-05-25, SendSms). The Message-ID goes along as OutId, which receipts give back.</summary>
public sealed class AliyunSmsChannel(AliyunSmsOptions options, IHttpClientFactory http, TimeProvider time) : IChannel
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string EmptyBody = AliyunSignature.Hash([]);
    private readonly GatewayClient _gateway = new(http, time, "阿里云短信");

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sms;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        _gateway.ExchangeAsync(() => Request(message), options.Timeout, (response, body) => Judge(response, body, message), cancellationToken);

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        var query = QueryOf(message);
        var headers = new Dictionary<string, string>
        {
            ["host"] = options.Endpoint.Authority,
            ["x-acs-action"] = "SendSms",
            ["x-acs-version"] = "2017-05-25",
            ["x-acs-date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = Guid.NewGuid().ToString("n"),
            ["x-acs-content-sha256"] = EmptyBody,
        };
        var signed = AliyunSignature.Sign("POST", "/", query, headers, EmptyBody, options.AccessKeyId, options.AccessKeySecret);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Endpoint, "/?" + AliyunSignature.Query(query)));
        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signed.Authorization);
        return request;
    }

    private List<KeyValuePair<string, string>> QueryOf(OutgoingMessage message)
    {
        var values = options.Parameters.ToDictionary(parameter => parameter.Key, parameter => ApprovedTemplate.Value(parameter.Value, message, options.ParameterLength));
        var query = new List<KeyValuePair<string, string>>
        {
            new("PhoneNumbers", PhoneNumbers.Domestic(message.Address)),
            new("SignName", options.SignName),
            new("TemplateCode", options.Template),
            new("TemplateParam", JsonSerializer.Serialize(values, Plain)),
            new("OutId", PlainText.Cut(message.MessageId, 250)),
        };
        if (options.Region is { } region)
        {
            query.Add(new("RegionId", region));
        }

        return query;
    }

    private SendOutcome Judge(HttpResponseMessage response, string body, OutgoingMessage message)
    {
        var answer = JsonAnswer.Read(body);
        var code = answer?.Text("Code");
        if (code == "OK" && response.IsSuccessStatusCode)
        {
            return new SendOutcome.Sent { GatewayId = answer!.Text("BizId") };
        }

        return (code is null ? null : AliyunFaults.Judge(code))
            ?? (_gateway.ByStatus(response) is SendOutcome.TryLater later ? later : null)
            ?? Unclear.Judge(message, $"阿里云短信答复 {(int)response.StatusCode}（{PlainText.OneLine(code, 60)}）");
    }
}
