namespace OpinionWatch.Model;

/// <summary>What a text of the bureau's own is for.</summary>
public enum PublicTextKind
{
    /// <summary>口径: what everybody who is asked says; it need not be published.</summary>
    Stance,

    /// <summary>权威信息: the statement that meets the clock <c>statement</c>.</summary>
    Statement,

    /// <summary>跟帖信息: the official reply under the post; meets the clock <c>reply</c>.</summary>
    Reply,
}
