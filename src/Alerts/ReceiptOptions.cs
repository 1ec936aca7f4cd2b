namespace OpinionWatch.Alerts;

/// <summary><c>sms.receipts</c>: how the gateway's receipts (回执) and replies (上行短信) come in.</summary>
/// <remarks>The names are those of a gateway of one's own; Aliyun and Tencent have theirs.</remarks>
public sealed record ReceiptOptions
{
    /// <summary>What the gateway must send as <c>token</c> in the address; at least 16 characters. Never logged.</summary>
    public required string Token { get; init; }

    /// <summary>Name of the value that holds the Message-ID (<c>{id}</c> as it was sent). Default <c>id</c>.</summary>
    public string Id { get; init; } = "id";

    /// <summary>Name of the value that holds the state. Default <c>state</c>.</summary>
    public string State { get; init; } = "state";

    /// <summary>States that mean it reached the handset.</summary>
    public IReadOnlyList<string> Delivered { get; init; } = ["DELIVRD", "delivered"];

    /// <summary>States that mean it never will; all others mean it is on its way.</summary>
    public IReadOnlyList<string> Failed { get; init; } = ["UNDELIV", "EXPIRED", "REJECTD", "failed"];

    /// <summary>Name of the value that holds the number a reply comes from. Default <c>from</c>.</summary>
    public string Phone { get; init; } = "from";

    /// <summary>Name of the value that holds a reply's text. Default <c>text</c>.</summary>
    public string Text { get; init; } = "text";

    /// <summary>Name of the value that says when a reply was sent. Default <c>time</c>.</summary>
    public string Time { get; init; } = "time";

    /// <summary>Name of the value that holds the gateway's name for a reply. Default <c>replyId</c>.</summary>
    public string ReplyId { get; init; } = "replyId";

    /// <inheritdoc/>
    public override string ToString() => "receipts";
}
