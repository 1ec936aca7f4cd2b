using System.Text.Json;
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Reads what gateways post: receipts and replies. Whatever cannot be read is left out. Pure.</summary>
public static class ReceiptReader
{
    /// <summary>Entries read of one request.</summary>
    public const int Most = 1000;

    private const int LongestId = 300;
    private const int LongestText = 500;
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };

    /// <summary>Reads a request's values: those of its address, then those of a form or a flat JSON object.</summary>
    /// <param name="query">Values of the address and of a form.</param>
    /// <param name="body">The body when it is JSON; empty otherwise.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(IEnumerable<KeyValuePair<string, string>> query, string body)
    {
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            common[name] = value;
        }

        var rows = JsonRows(body);
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
    public static IReadOnlyList<SmsReply> Replies(SmsOptions gateway, IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        [.. rows.Select(row => gateway switch
        {
            AliyunSmsOptions => ReplyOf(row.GetValueOrDefault("phone_number"), row.GetValueOrDefault("content")),
            TencentSmsOptions => ReplyOf(row.GetValueOrDefault("mobile"), row.GetValueOrDefault("text") ?? row.GetValueOrDefault("content")),
            { Receipts: { } names } => ReplyOf(row.GetValueOrDefault(names.Phone), row.GetValueOrDefault(names.Text)),
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

    private static SmsReply? ReplyOf(string? phone, string? text) =>
        phone is { Length: > 0 and <= 40 } && text is not null ? new SmsReply(phone, PlainText.OneLine(text, LongestText)) : null;

    private static List<Dictionary<string, string>> JsonRows(string body)
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
                JsonValueKind.Array => [.. root.EnumerateArray().Take(Most).Where(row => row.ValueKind == JsonValueKind.Object).Select(Flat)],
                JsonValueKind.Object => [Flat(root)],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> Flat(JsonElement row)
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
