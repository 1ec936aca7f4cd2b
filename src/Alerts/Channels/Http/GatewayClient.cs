using System.Net;
using OpinionWatch.Alerts.Channels.Sms;

namespace OpinionWatch.Alerts.Channels.Http;

/// <summary>One request to a gateway and its answer, bounded in time and size; whatever goes wrong on the way is an outcome.</summary>
/// <param name="http">Gives the connections.</param>
/// <param name="time">The clock.</param>
/// <param name="who">What people call the other side, e.g. 短信网关.</param>
internal sealed class GatewayClient(IHttpClientFactory http, TimeProvider time, string who)
{
    /// <summary>Name of the HTTP client; its requests are not logged, as their addresses may hold number, text and keys.</summary>
    public const string ClientName = "OpinionWatch.Gateways";

    private const int MostAnswerBytes = 64 * 1024;

    /// <summary>Sends one request and has its answer judged.</summary>
    /// <param name="compose">Makes the request; may throw for settings that are unfit.</param>
    /// <param name="timeout">Time for all of it.</param>
    /// <param name="judge">Says what an answer with its body means.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<SendOutcome> ExchangeAsync(Func<HttpRequestMessage> compose, TimeSpan timeout, Func<HttpResponseMessage, string, SendOutcome> judge, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = http.CreateClient(ClientName);
            using var request = compose();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return judge(response, await ReadStartAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Down($"{who}在 {timeout.TotalSeconds:0} 秒内没有答复");
        }
        catch (HttpRequestException e)
        {
            return Down($"连不上{who}：{e.HttpRequestError}");
        }
        catch (IOException)
        {
            return Down($"与{who}的连接中断");
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return Down($"{who}的设置不可用，请核对地址和各项参数");
        }
    }

    /// <summary>Gives what a status alone means; null for one that says it was taken.</summary>
    public SendOutcome? ByStatus(HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var said = $"{who}答复 {code}";
        return response.StatusCode switch
        {
            HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests => new SendOutcome.TryLater(said, WaitAsked(response)),
            _ when code is >= 400 and < 500 => new SendOutcome.GiveUp(said),
            _ when code is < 200 or >= 300 => Down(said, WaitAsked(response)),
            _ => null,
        };
    }

    private static SendOutcome.TryLater Down(string reason, TimeSpan? after = null) => new(reason, after) { ChannelDown = true };

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
