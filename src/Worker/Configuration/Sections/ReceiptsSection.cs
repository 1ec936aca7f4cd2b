using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms.receipts</c>.</summary>
internal static class ReceiptsSection
{
    private const int LeastToken = 16;

    private static readonly string[] OwnKeys = ["id", "state", "delivered", "failed", "phone", "text", "time", "replyId"];

    /// <summary>Allowed keys.</summary>
    private static readonly string[] Keys = ["token", .. OwnKeys];

    /// <summary>Reads it; null when there is none, or when something is missing: then there is a fault.</summary>
    /// <param name="sms">The section it stands in.</param>
    /// <param name="isOwn">It is a gateway of one's own; the others have names of their own.</param>
    public static ReceiptOptions? Read(MapReader sms, bool isOwn)
    {
        if (sms.Child("receipts", Keys) is not { } receipts)
        {
            return null;
        }

        var token = receipts.Required("token", "what the gateway sends as token in the address, as \"${env:OPINIONWATCH_RECEIPTS}\"");
        if (token is not null && (token.Length < LeastToken || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
        {
            receipts.Error("token", $"is made of letters, digits, - _ . and has at least {LeastToken} of them; it stands in an address");
        }

        foreach (var key in OwnKeys.Where(key => !isOwn && receipts.Has(key)))
        {
            receipts.Reading.Faults.Error(receipts.AtKey(key), $"sms.receipts.{key}: belongs to gateway: http; remove it");
        }

        if (token is null)
        {
            return null;
        }

        var standard = new ReceiptOptions { Token = token };
        return standard with
        {
            Id = receipts.Text("id") ?? standard.Id,
            State = receipts.Text("state") ?? standard.State,
            Delivered = receipts.Has("delivered") ? [.. receipts.Texts("delivered", "DELIVRD").Select(item => item.Text)] : standard.Delivered,
            Failed = receipts.Has("failed") ? [.. receipts.Texts("failed", "UNDELIV").Select(item => item.Text)] : standard.Failed,
            Phone = receipts.Text("phone") ?? standard.Phone,
            Text = receipts.Text("text") ?? standard.Text,
            Time = receipts.Text("time") ?? standard.Time,
            ReplyId = receipts.Text("replyId") ?? standard.ReplyId,
        };
    }
}
