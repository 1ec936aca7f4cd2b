namespace OpinionWatch.Alerts;

/// <summary><c>sms: { gateway: http }</c>: a gateway of the bureau's own.</summary>
public sealed record HttpSmsOptions : SmsOptions
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

    /// <inheritdoc/>
    public override string ToString() => "sms by http";
}
