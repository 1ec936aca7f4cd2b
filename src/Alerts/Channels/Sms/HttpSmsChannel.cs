using System.Text.RegularExpressions;
using OpinionWatch.Alerts.Channels.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Sms;

/// <summary>Hands text messages to a gateway of the bureau's own by one HTTP request each (<c>sms: { gateway: http }</c>).</summary>
/// <remarks>The gateway is named by the administrator, so internal addresses are meant: there is no guard against them here.</remarks>
public sealed class HttpSmsChannel(HttpSmsOptions options, IHttpClientFactory http, TimeProvider time) : IChannel
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(500);
    private readonly GatewayClient _gateway = new(http, time, "短信网关");

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sms;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        _gateway.ExchangeAsync(() => Request(message), options.Timeout, (response, body) => Judge(response, body, message), cancellationToken);

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(options.Method), new Uri(SmsTemplate.FillUrl(options.Url, message), UriKind.Absolute));
        if (options.Body is not null)
        {
            var body = SmsTemplate.FillBody(options.Body, message, options.ContentType);
            request.Content = new ByteArrayContent(SmsTemplate.EncodingOf(options.ContentType).GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", options.ContentType);
        }

        foreach (var (name, value) in options.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.Remove(name);
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private SendOutcome Judge(HttpResponseMessage response, string body, OutgoingMessage message)
    {
        if (_gateway.ByStatus(response) is { } refused)
        {
            return refused;
        }

        return IsAccepted(body) ? new SendOutcome.Sent() : Unclear.Judge(message, $"短信网关答复 {(int)response.StatusCode}，但内容不表示成功");
    }

    private bool IsAccepted(string body)
    {
        if (options.Success is null)
        {
            return true;
        }

        try
        {
            return Regex.IsMatch(body, options.Success, RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }
}
