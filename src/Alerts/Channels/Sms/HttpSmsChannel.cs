using System.Net;
using System.Text.RegularExpressions;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Sms;

/// <summary>Hands text messages to a gateway of the bureau's own by one HTTP request each (<c>sms: { gateway: http }</c>).</summary>
/// <remarks>The gateway is named by the administrator, so internal addresses are meant: there is no guard against them here.</remarks>
public sealed class HttpSmsChannel(SmsOptions options, IHttpClientFactory http, TimeProvider time) : IChannel
{
    /// <summary>Name of the HTTP client; its requests are not logged, as their addresses may hold number and text.</summary>
    public const string ClientName = "OpinionWatch.Sms";

    private const int MostAnswerBytes = 64 * 1024;
    private const int UnclearAnswersBorne = 5;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sms;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = http.CreateClient(ClientName);
            using var request = Request(message);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await JudgeAsync(response, message, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Down($"短信网关在 {options.Timeout.TotalSeconds:0} 秒内没有答复");
        }
        catch (HttpRequestException e)
        {
            return Down($"连不上短信网关：{e.HttpRequestError}");
        }
        catch (IOException)
        {
            return Down("与短信网关的连接中断");
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return Down("短信网关的设置不可用：sms.url、method 或 headers");
        }
    }

    private static SendOutcome.TryLater Down(string reason, TimeSpan? after = null) => new(reason, after) { ChannelDown = true };

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

    private async Task<SendOutcome> JudgeAsync(HttpResponseMessage response, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var code = (int)response.StatusCode;
        var said = $"短信网关答复 {code}";
        switch (response.StatusCode)
        {
            case HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests:
                return new SendOutcome.TryLater(said, WaitAsked(response));
            case var _ when code is >= 400 and < 500:
                return new SendOutcome.GiveUp(said);
            case var _ when code is < 200 or >= 300:
                return Down(said, WaitAsked(response));
        }

        var body = await ReadStartAsync(response, cancellationToken);
        if (IsAccepted(body))
        {
            return new SendOutcome.Sent();
        }

        said += "，但内容不表示成功";
        return message.Attempts + 1 >= UnclearAnswersBorne ? new SendOutcome.GiveUp(said) : new SendOutcome.TryLater(said);
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

    private TimeSpan? WaitAsked(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>Reads no more than a gateway's answer can be; the rest is not fetched.</summary>
    private static async Task<string> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostAnswerBytes];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return SmsTemplate.EncodingOf(response.Content.Headers.ContentType?.ToString() ?? "").GetString(buffer, 0, read);
    }
}
