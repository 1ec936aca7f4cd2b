using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads the group chat robot of a contact.</summary>
internal static class WebhookSection
{
    /// <summary>Allowed keys.</summary>
    public static readonly string[] Keys = ["kind", "url", "secret", "format"];

    private static readonly (string Word, WebhookKind Value)[] Kinds = [("wecom", WebhookKind.WeCom), ("dingtalk", WebhookKind.DingTalk), ("feishu", WebhookKind.Feishu)];

    /// <summary>Reads it; null when there is none, or when something is missing: then there is a fault.</summary>
    public static WebhookRobot? Read(MapReader? webhook)
    {
        if (webhook is null)
        {
            return null;
        }

        var kind = webhook.Choice("kind", Kinds);
        if (!webhook.Has("kind"))
        {
            webhook.Error("kind", $"is missing; allowed: {string.Join(", ", Words.Of(Kinds))}");
        }

        var url = ReadUrl(webhook);
        var secret = webhook.Text("secret");
        var plain = webhook.Choice("format", ("markdown", false), ("text", true)) ?? false;
        if (secret is not null && kind == WebhookKind.WeCom)
        {
            webhook.Error("secret", "robots of kind: wecom are not signed; remove it");
        }

        return kind is { } known && url is not null ? new WebhookRobot(known, url, secret, plain) : null;
    }

    /// <summary>Reads the address without ever showing it: whoever knows it can speak through the robot.</summary>
    private static Uri? ReadUrl(MapReader webhook)
    {
        if (webhook.Required("url", "the robot's address, as \"${env:OPINIONWATCH_ROBOT}\"")?.Trim() is not { } text)
        {
            return null;
        }

        var uri = Web.Parse(text);
        if (uri is null)
        {
            webhook.Error("url", "is no address that begins with http:// or https://");
        }
        else if (webhook.Written("url") == text)
        {
            webhook.Warning("url", "the robot's address is as good as a password; write it as \"${env:NAME}\" or \"${file:PATH}\"");
        }

        return uri;
    }
}
