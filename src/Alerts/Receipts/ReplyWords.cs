using System.Text.RegularExpressions;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>What a reply says. The whole of it must say so: a number or 签收 somewhere in a sentence says nothing. Pure.</summary>
/// <param name="IsUnsubscribing">It asks the provider to stop sending.</param>
/// <param name="IsYes">It takes over without naming an incident for sure.</param>
/// <param name="Number">The number of an incident in it; null when there is none. <c>1</c> is both a yes and a number.</param>
internal sealed partial record ReplyWords(bool IsUnsubscribing, bool IsYes, string? Number)
{
    private static readonly string[] Yes = ["签收", "已签收", "收到", "1", "QS", "OK"];
    private static readonly string[] Unsubscribing = ["TD", "T", "N", "退订", "0000", "00000"];
    private static readonly ReplyWords Nothing = new(false, false, null);

    /// <summary>Says whether it asks for anything to be acknowledged.</summary>
    public bool Acknowledges => IsYes || Number is not null;

    /// <summary>Reads a reply's text.</summary>
    public static ReplyWords Read(string text)
    {
        var bare = Trimmed(text).ToUpperInvariant();
        if (Unsubscribing.Contains(bare))
        {
            return new ReplyWords(true, false, null);
        }

        // 签收？ asks; it does not answer.
        if (text.AsSpan().ContainsAny('?', '？'))
        {
            return Nothing;
        }

        var number = Whole().Match(bare) is { Success: true } match ? match.Groups["number"].Value : null;
        return new ReplyWords(false, Yes.Contains(bare), number);
    }

    private static string Trimmed(string text)
    {
        var from = 0;
        var to = text.Length;
        while (from < to && IsAside(text[from]))
        {
            from++;
        }

        while (to > from && IsAside(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }

    private static bool IsAside(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c);

    /// <summary>Between word and number may stand what divides them, within the number nothing: 10:30 is an hour.</summary>
    [GeneratedRegex(@"^((已?签收|收到|QS|OK)[\s\p{P}]*)?(?<number>([0-9]{8}-)?[0-9]{1,6})([\s\p{P}]*(签收|收到))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Whole();
}
