using System.Globalization;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Recognises Discuz! pages and the numbered ids their templates share.</summary>
internal static class DiscuzMarks
{
    internal const string Message = "postmessage_";

    /// <summary>True for a page of a Discuz! forum.</summary>
    internal static bool IsDiscuz(PageTree tree) => tree.Find(tree.Nodes[0], IsMark) is not null;

    /// <summary>Finds the number behind a prefix in an id, e.g. 123 of <c>post_123</c>; null when it is another id.</summary>
    internal static string? NumberAfter(string id, string prefix) =>
        id.Length > prefix.Length && id.Length < prefix.Length + 19 && id.StartsWith(prefix, StringComparison.Ordinal) && id.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? id[prefix.Length..]
            : null;

    /// <summary>Finds the post number of a container: <c>post_123</c> or <c>pid123</c>.</summary>
    internal static string? PostNumber(PageNode node) => NumberAfter(node.Id, "post_") ?? NumberAfter(node.Id, "pid");

    /// <summary>Reads a floor: 3, 3#, 第3楼, or the names of the first four.</summary>
    internal static int? Floor(string text)
    {
        switch (text)
        {
            case var _ when text.StartsWith("楼主", StringComparison.Ordinal):
                return 1;
            case var _ when text.StartsWith("沙发", StringComparison.Ordinal):
                return 2;
            case var _ when text.StartsWith("板凳", StringComparison.Ordinal):
                return 3;
            case var _ when text.StartsWith("地板", StringComparison.Ordinal):
                return 4;
        }

        var digits = text.Replace("来自", "", StringComparison.Ordinal).Trim(' ', '#', '第', '楼', '层', 'F', '\n', '\u00A0');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var floor) && floor > 0 ? floor : null;
    }

    private static bool IsMark(PageNode node) => node.Name switch
    {
        "meta" => node.Attribute("name") is { } name && name.Equals("generator", StringComparison.OrdinalIgnoreCase) && node.Attribute("content")?.Contains("Discuz", StringComparison.OrdinalIgnoreCase) == true,
        _ => node.Id.Length > 8 && (NumberAfter(node.Id, Message) is not null || NumberAfter(node.Id, "normalthread_") is not null || NumberAfter(node.Id, "stickthread_") is not null),
    };
}
