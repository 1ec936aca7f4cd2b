using OpinionWatch.Alerts;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>What must not leave the configuration folder, wherever somebody wrote it out instead of naming a place for it.</summary>
internal static class SecretValues
{
    private const int ShortestKey = 16;
    private static readonly string[] Harmless = ["Accept", "Accept-Language", "Content-Type", "User-Agent"];

    /// <summary>Lists all secrets in force.</summary>
    public static IReadOnlyList<string> Of(WatchConfiguration configuration)
    {
        List<string?> found =
        [
            configuration.Store.Connection,
            .. configuration.Console.ApiTokens,
            configuration.Alerts.Mail?.Password,
            .. OfSms(configuration.Alerts.Sms),
            .. configuration.Crawling.Sources.SelectMany(source => Headers(source.Headers)),
            configuration.Crawling.Proxy?.UserInfo.Split(':', 2).ElementAtOrDefault(1),
            .. configuration.Contacts.Contacts.SelectMany(contact => OfRobot(contact.Webhook)),
        ];
        return [.. found.Where(secret => secret is { Length: > 2 }).Select(secret => secret!).Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
    }

    private static IEnumerable<string?> OfSms(SmsOptions? sms) =>
    [
        sms?.Receipts?.Token,
        .. sms switch
        {
            AliyunSmsOptions aliyun => [aliyun.AccessKeySecret],
            TencentSmsOptions tencent => [tencent.SecretKey],
            HttpSmsOptions http => Headers(http.Headers).Append(http.Url.Split('?', 2).ElementAtOrDefault(1)),
            _ => Enumerable.Empty<string?>(),
        },
    ];

    private static IEnumerable<string?> Headers(IReadOnlyDictionary<string, string> headers) =>
        headers.Where(header => !Harmless.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Select(header => header.Value);

    private static IEnumerable<string?> OfRobot(WebhookRobot? robot) => robot is null
        ? []
        : [robot.Secret, robot.Url.Query.TrimStart('?'), robot.Url.Segments[^1] is { Length: >= ShortestKey } key ? key : null];
}
