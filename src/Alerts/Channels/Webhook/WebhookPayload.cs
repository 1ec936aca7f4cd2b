using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Webhook;

/// <summary>Makes the request for a robot: address and body, signed as its maker asks. Pure.</summary>
public static class WebhookPayload
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives the address to post to.</summary>
    /// <remarks>钉钉 signs in the address: Base64(HMAC-SHA256(secret, "timestamp\nsecret")), timestamp in milliseconds.</remarks>
    public static Uri Address(WebhookRobot robot, DateTimeOffset now)
    {
        if (robot.Kind != WebhookKind.DingTalk || robot.Secret is not { } secret)
        {
            return robot.Url;
        }

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        var separator = robot.Url.Query.Length > 0 ? '&' : '?';
        return new Uri($"{robot.Url.AbsoluteUri}{separator}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}");
    }

    /// <summary>Gives the body, in UTF-8.</summary>
    /// <remarks>飞书 signs in the body: Base64(HMAC-SHA256("timestamp\nsecret", "")), timestamp in seconds.</remarks>
    public static byte[] Body(WebhookRobot robot, string subject, string text, DateTimeOffset now)
    {
        var title = PlainText.OneLine(subject, 60);
        object body = robot.Kind switch
        {
            WebhookKind.WeCom when robot.PlainText => new { msgtype = "text", text = new { content = CutBytes(text, 2000) } },
            WebhookKind.WeCom => new { msgtype = "markdown", markdown = new { content = CutBytes(text, 4000) } },
            WebhookKind.DingTalk when robot.PlainText => new { msgtype = "text", text = new { content = CutBytes(text, 18_000) } },
            WebhookKind.DingTalk => new { msgtype = "markdown", markdown = new { title, text = CutBytes(text.Replace("\n", "  \n", StringComparison.Ordinal), 18_000) } },
            _ => Feishu(robot, title, CutBytes(text, 18_000), now),
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Plain);
    }

    /// <summary>Cuts to so many bytes of UTF-8 at a line's end, or inside a line that alone is longer.</summary>
    internal static string CutBytes(string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var room = most - Encoding.UTF8.GetByteCount("\n…");
        var kept = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var size = Encoding.UTF8.GetByteCount(line) + 1;
            if (size > room)
            {
                kept.Append(kept.Length == 0 ? PlainText.Cut(line, room / 4) : "").Append("\n…");
                break;
            }

            room -= size;
            kept.Append(line).Append('\n');
        }

        return kept.ToString();
    }

    private static Dictionary<string, object> Feishu(WebhookRobot robot, string title, string text, DateTimeOffset now)
    {
        var body = new Dictionary<string, object>();
        if (robot.Secret is { } secret)
        {
            var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            body["timestamp"] = timestamp;
            body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), ReadOnlySpan<byte>.Empty));
        }

        if (robot.PlainText)
        {
            body["msg_type"] = "text";
            body["content"] = new { text };
            return body;
        }

        body["msg_type"] = "interactive";
        body["card"] = new
        {
            header = new { title = new { tag = "plain_text", content = title }, template = "red" },
            elements = new[] { new { tag = "markdown", content = text } },
        };
        return body;
    }
}
