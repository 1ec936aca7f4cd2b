using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts;

/// <summary><c>sms: { gateway: aliyun }</c>: 阿里云短信服务, which sends approved templates only.</summary>
public sealed record AliyunSmsOptions : SmsOptions
{
    /// <summary>Address of the mainland service.</summary>
    public static readonly Uri StandardEndpoint = new("https://dysmsapi.aliyuncs.com/");

    /// <summary>AccessKey ID.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>AccessKey secret. Never logged.</summary>
    public required string AccessKeySecret { get; init; }

    /// <summary>Approved signature, without 【】.</summary>
    public required string SignName { get; init; }

    /// <summary>Code of the approved template, e.g. <c>SMS_123456789</c>.</summary>
    public required string Template { get; init; }

    /// <summary>What goes into each variable of the template, by the variable's name.</summary>
    public required IReadOnlyList<KeyValuePair<string, TextTemplate>> Parameters { get; init; }

    /// <summary>Characters one variable may have. Default 35.</summary>
    public int ParameterLength { get; init; } = 35;

    /// <summary>Where requests go.</summary>
    public Uri Endpoint { get; init; } = StandardEndpoint;

    /// <summary>Region named in requests; null names none, which is right for the standard address.</summary>
    public string? Region { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "sms by aliyun";
}
