using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts;

/// <summary><c>sms: { gateway: tencent }</c>: 腾讯云短信, which sends approved templates only.</summary>
public sealed record TencentSmsOptions : SmsOptions
{
    /// <summary>Address of the mainland service.</summary>
    public static readonly Uri StandardEndpoint = new("https://sms.tencentcloudapi.com/");

    /// <summary>SecretId.</summary>
    public required string SecretId { get; init; }

    /// <summary>SecretKey. Never logged.</summary>
    public required string SecretKey { get; init; }

    /// <summary>SmsSdkAppId of the application.</summary>
    public required string AppId { get; init; }

    /// <summary>Approved signature, without 【】.</summary>
    public required string SignName { get; init; }

    /// <summary>Number of the approved template.</summary>
    public required string Template { get; init; }

    /// <summary>What goes into the variables <c>{1}</c>, <c>{2}</c>, … of the template.</summary>
    public required IReadOnlyList<TextTemplate> Parameters { get; init; }

    /// <summary>Characters one variable may have. Default 20.</summary>
    public int ParameterLength { get; init; } = 20;

    /// <summary>Where requests go.</summary>
    public Uri Endpoint { get; init; } = StandardEndpoint;

    /// <summary>Region named in requests. Default <c>ap-guangzhou</c>.</summary>
    public string Region { get; init; } = "ap-guangzhou";

    /// <inheritdoc/>
    public override string ToString() => "sms by tencent";
}
