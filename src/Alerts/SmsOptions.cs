namespace OpinionWatch.Alerts;

/// <summary><c>sms:</c> of <c>opinionwatch.yaml</c> for <c>gateway: http</c>.</summary>
public sealed record SmsOptions
{
    /// <summary>Address; <c>{to}</c>, <c>{text}</c> and <c>{id}</c> are filled in, percent-encoded.</summary>
    public required string Url { get; init; }

    /// <summary>HTTP method. Default POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Content type of the body; decides how values are escaped in it.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Body template; null = no body.</summary>
    public string? Body { get; init; }

    /// <summary>Regular expression that a 2xx answer's body must match to count as accepted; null = any.</summary>
    public string? Success { get; init; }

    /// <summary>Time for one request. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Another channel is tried when SMS failed longer than this. Default 2 minutes.</summary>
    public TimeSpan FallbackAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override string ToString() => "sms by http";
}
