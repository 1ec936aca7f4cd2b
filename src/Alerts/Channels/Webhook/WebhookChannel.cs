using OpinionWatch.Alerts.Channels.Http;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Webhook;

/// <summary>Speaks through group chat robots of 企业微信, 钉钉 and 飞书.</summary>
/// <remarks>
/// The address of a message is the contact's id, not the robot's address: that is as good as a key and must not stand in the outbox. The robot is
/// looked up in the contacts in force when the message goes out. Such robots fail one by one, so no fault of one calls the channel down.
/// </remarks>
public sealed class WebhookChannel(ICurrent<ContactBook> contacts, IHttpClientFactory http, TimeProvider time) : IChannel
{
    private const string Who = "群机器人";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly GatewayClient _gateway = new(http, time, Who);
    private readonly RobotPace _pace = new(time);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Webhook;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (contacts.Value.Contacts.FirstOrDefault(contact => contact.Id == message.Address)?.Webhook is not { } robot)
        {
            return new SendOutcome.GiveUp("联系人没有配置群机器人");
        }

        if (_pace.Take(robot.Url, message.Level) is { } wait)
        {
            return new SendOutcome.TryLater("群机器人每分钟只能发 20 条，稍后发送", wait);
        }

        var outcome = await _gateway.ExchangeAsync(() => Request(robot, message), Timeout, (response, body) => Judge(robot.Kind, response, body, message), cancellationToken);
        return outcome is SendOutcome.TryLater later ? later with { ChannelDown = false } : outcome;
    }

    private HttpRequestMessage Request(WebhookRobot robot, OutgoingMessage message)
    {
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, WebhookPayload.Address(robot, now)) { Content = new ByteArrayContent(WebhookPayload.Body(robot, message.Subject, message.Text, now)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return request;
    }

    private SendOutcome Judge(WebhookKind kind, HttpResponseMessage response, string body, OutgoingMessage message)
    {
        var answer = JsonAnswer.Read(body);
        var code = kind == WebhookKind.Feishu ? answer?.Text("code") ?? answer?.Text("StatusCode") : answer?.Text("errcode");
        if (code == "0" && response.IsSuccessStatusCode)
        {
            return new SendOutcome.Sent();
        }

        return (code is null or "0" ? null : WebhookFaults.Judge(kind, code))
            ?? _gateway.ByStatus(response)
            ?? Unclear.Judge(message, $"{Who}答复 {(int)response.StatusCode}，但内容不表示成功（{PlainText.OneLine(code, 20)}）");
    }
}
