namespace OpinionWatch.TestKit.Sms;

/// <summary>One request as <see cref="LoopbackSmsGateway"/> took it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with query, as sent.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body, undecoded.</param>
/// <param name="ReceivedAt">When it was read.</param>
public sealed record SmsRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt)
{
    /// <summary>The body as UTF-8.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body.Span);
}
