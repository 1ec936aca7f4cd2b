using System.Text.Json;
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Reads what gateways post: receipts and replies. Whatever cannot be read is left out, the rest is taken. Pure.</summary>
public static class ReceiptReader
{
    /// <summary>Entries read of one request.</summary>
    public const int Most = 1000;

    private const int LongestId = 300;
    private const int LongestText = 500;
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };

    /// <summary>Reads a request's values: those of its address, then those of a form or a flat JSON object.</summary>
    /// <param name="query">Values of the address and of a form.</param>
    /// <param name="body">The body when it is JSON; empty otherwise.</param>
    /// <returns>The values, entry by entry; null when there are more than <see cref="Most"/> entries: none of them may be thanked for and dropped.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>>? Rows(IEnumerable<KeyValuePair<string, string>> query, string body)
    {
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            common[name] = value;
        }

        if (JsonRows(body) is not { } rows)
        {
            return null;
        }

        return rows.Count == 0 ? [common] : [.. rows.Select(row => Joined(common, row))];
    }

    /// <summary>Reads receipts; one that only says the message is on its way is left out.</summary>
    public static IReadOnlyList<Receipt> Receipts(SmsOptions gateway, IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        [.. rows.Select(row => gateway switch
        {
            AliyunSmsOptions => ReceiptOf(row.GetValueOrDefault("out_id") is { Length: > 0 } own ? own : row.GetValueOrDefault("biz_id"), row.GetValueOrDefault("success"), row.GetValueOrDefault("err_code"), ["true"], ["false"]),
            TencentSmsOptions => ReceiptOf(row.GetValueOrDefault("sid"), row.GetValueOrDefault("report_status"), row.GetValueOrDefault("errmsg"), ["SUCCESS"], ["FAIL"]),
            { Receipts: { } names } => ReceiptOf(row.GetValueOrDefault(names.Id), row.GetValueOrDefault(names.State), row.GetValueOrDefault(names.State), names.Delivered, names.Failed),
            _ => null,
        }).OfType<Receipt>()];

    /// <summary>Reads replies.</summary>
    /// <param name="gateway">Whose they are.</param>
    /// <param name="rows">The values.</param>
    /// <param name="zone">Zone of times that name none, of a gateway of one's own; China's when not given.</param>
    public static IReadOnlyList<SmsReply> Replies(SmsOptions gateway, IEnumerable<IReadOnlyDictionary<string, string>> rows, TimeZoneInfo? zone = null) =>
        [.. rows.Select(row => gateway switch
        {
            AliyunSmsOptions => ReplyOf(row.GetValueOrDefault("phone_number"), row.GetValueOrDefault("content"), ReplyTime.Read(row.GetValueOrDefault("send_time"), China), row.GetValueOrDefault("sequence_id")),
            TencentSmsOptions => ReplyOf(row.GetValueOrDefault("mobile"), row.GetValueOrDefault("text") ?? row.GetValueOrDefault("content"), ReplyTime.Read(row.GetValueOrDefault("time") ?? row.GetValueOrDefault("send_time"), China), null),
            { Receipts: { } names } => ReplyOf(row.GetValueOrDefault(names.Phone), row.GetValueOrDefault(names.Text), ReplyTime.Read(row.GetValueOrDefault(names.Time), zone ?? China), row.GetValueOrDefault(names.ReplyId)),
            _ => null,
        }).OfType<SmsReply>()];

    private static Receipt? ReceiptOf(string? id, string? state, string? code, IReadOnlyList<string> delivered, IReadOnlyList<string> failed)
    {
        if (id is null or { Length: 0 or > LongestId } || state is null)
        {
            return null;
        }

        var words = PlainText.OneLine(code, 40);
        return delivered.Contains(state, StringComparer.OrdinalIgnoreCase) ? new Receipt(id, true, words)
            : failed.Contains(state, StringComparer.OrdinalIgnoreCase) ? new Receipt(id, false, words)
            : null;
    }

    private static SmsReply? ReplyOf(string? phone, string? text, DateTimeOffset? at, string? id) =>
        phone is { Length: > 0 and <= 40 } && text is not null ? new SmsReply(phone, PlainText.OneLine(text, LongestText), at, id is { Length: > 0 and <= LongestId } ? id : null) : null;

    private static List<Dictionary<string, string>>? JsonRows(string body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body, Bounds);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array when root.GetArrayLength() > Most => null,
                JsonValueKind.Array => [.. root.EnumerateArray().Select(Flat).OfType<Dictionary<string, string>>()],
                _ => Flat(root) is { } row ? [row] : [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Gives a row's values; null when it is no object or holds what is no text (half an emoji): it is left out, for what cannot be read once cannot be read again.</summary>
    private static Dictionary<string, string>? Flat(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return Values(row);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Values(JsonElement row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in row.EnumerateObject().Take(50))
        {
            values[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String or JsonValueKind.Number => property.Value.ToString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => "",
            };
        }

        return values;
    }

    private static Dictionary<string, string> Joined(Dictionary<string, string> common, Dictionary<string, string> row)
    {
        var joined = new Dictionary<string, string>(common, StringComparer.Ordinal);
        foreach (var (name, value) in row)
        {
            joined[name] = value;
        }

        return joined;
    }
}
