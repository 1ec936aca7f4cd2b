using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts;

/// <summary>Settings of mail and SMS: <c>mail:</c>, <c>sms:</c> and <c>digest:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record AlertsOptions
{
    /// <summary>Name of the bureau, in every message.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Zone times are shown in. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <summary>Address of the console, for the link in a mail; null when it is not to be linked.</summary>
    public Uri? Console { get; init; }

    /// <summary>Mail settings; null = no mail.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>SMS settings; null = no SMS.</summary>
    public SmsOptions? Sms { get; init; }

    /// <summary>Channels that are set up; one that only fails is among them. Robots stand on the contacts themselves.</summary>
    public IReadOnlySet<ChannelKind> Channels => new HashSet<ChannelKind>(
        [ChannelKind.Webhook, .. Mail is null ? Array.Empty<ChannelKind>() : [ChannelKind.Email], .. Sms is null ? Array.Empty<ChannelKind>() : [ChannelKind.Sms]]);

    /// <summary>Texts of the bureau's own.</summary>
    public AlertTemplates Templates { get; init; } = new();

    /// <summary>Digest settings.</summary>
    public DigestOptions Digest { get; init; } = new();
}
