using System.Text.Json;
using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Threads;

/// <summary>Reads one floor: author, time and text.</summary>
internal sealed class ThreadPostReader(PageContext context, ThreadPost post)
{
    private const int MaxName = 24;
    private static readonly string[] NameWords = ["username", "user-name", "user_name", "nickname", "p_author_name", "readname", "d_name", "uname", "poster", "author"];
    private static readonly string[] UserAddresses = ["uid", "space", "user", "home/main", "member", "people", "/u/", "u.php", "profile"];

    internal string Text() => BlockText.Of(context.Tree, post.Message, IsNoPart);

    /// <summary>Finds the author: in the data a box carries, by an attribute, by the name of an element, by a link to a member's page.</summary>
    internal string? Author() => FromElement("p_author_name") ?? FromData("user_name") ?? FromAttribute() ?? FromElement() ?? FromLink() ?? AfterLabel();

    /// <summary>Finds the time outside the message; the last short text that is one, or one behind 发表于.</summary>
    internal DateTimeOffset? PublishedAt()
    {
        DateTimeOffset? first = null;
        foreach (var node in context.Tree.Inside(post.Container))
        {
            if (node.Text is not { Length: > 4 and < 80 } text || post.Message.Holds(node) || IsAside(node) || ChineseTime.Find(text, context.Now, context.Zone) is not { } time)
            {
                continue;
            }

            var said = text.Contains("发表", StringComparison.Ordinal) || text.Contains("发布", StringComparison.Ordinal) || text.Contains("时间", StringComparison.Ordinal) || text.Contains(':');
            if (said)
            {
                return time;
            }

            first ??= time;
        }

        return ChineseTime.Find(FromData("date"), context.Now, context.Zone) ?? first;
    }

    private bool IsAside(PageNode node)
    {
        for (var at = node.Parent; at is not null && at.Index > post.Container.Index; at = at.Parent)
        {
            if (at.Class.Contains("lzl", StringComparison.Ordinal) && !at.Class.Contains("wrapper", StringComparison.Ordinal) || at.Class.Contains("edit", StringComparison.OrdinalIgnoreCase) || at.Class.Contains("integral", StringComparison.Ordinal)
                || at.Class.Contains("signature", StringComparison.OrdinalIgnoreCase) || at.Class.Contains("user-info", StringComparison.Ordinal) || at.Class.Contains("comment", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private string? FromAttribute() =>
        context.Tree.Find(post.Container, node => !post.Message.Holds(node) && node.Attribute("uname") is { Length: > 0 and < MaxName })?.Attribute("uname");

    private string? FromElement(params ReadOnlySpan<string> words)
    {
        foreach (var word in words.Length > 0 ? words : NameWords)
        {
            var found = context.Tree.Find(post.Container, node => !node.Holds(post.Message) && !post.Message.Holds(node) && node.TextLength is > 0 and <= MaxName
                && (node.Class.Contains(word, StringComparison.OrdinalIgnoreCase) || (word == "author" && node.Name == "strong" && node.Parent is { } parent && parent.HasClass("author"))));
            if (found is not null && context.Tree.Line(found) is { } name && ChineseTime.Find(name, context.Now, context.Zone) is null && !PageLines.IsButton(name))
            {
                return After(name);
            }
        }

        return null;
    }

    private string? FromLink()
    {
        var link = context.Tree.Find(post.Container, node => node.Name == "a" && !post.Message.Holds(node) && node.TextLength is > 0 and <= MaxName && node.Attribute("href") is { } href
            && UserAddresses.Any(part => href.Contains(part, StringComparison.OrdinalIgnoreCase)) && !PageLines.IsButton(context.Tree.Line(node)) && !context.Tree.Line(node).Contains("只看", StringComparison.Ordinal));
        return link is null ? null : context.Tree.Line(link);
    }

    private string? AfterLabel()
    {
        foreach (var node in context.Tree.Inside(post.Container))
        {
            if (node.Text is { Length: < 60 } text && !post.Message.Holds(node) && text.IndexOf("作者", StringComparison.Ordinal) is >= 0 and var at)
            {
                return text[(at + 2)..].Trim('：', ':', ' ') is { Length: > 0 and <= MaxName } name ? name : null;
            }
        }

        return null;
    }

    private static string After(string name)
    {
        var colon = name.IndexOfAny(['：', ':']);
        return colon is > 0 and < 4 && colon + 1 < name.Length ? name[(colon + 1)..].Trim() : name;
    }

    /// <summary>Reads a value out of the JSON that a box carries in its <c>data-field</c>.</summary>
    private string? FromData(string name)
    {
        if (post.Container.Attribute("data-field") is not { Length: > 2 and < 20_000 } json)
        {
            return null;
        }

        try
        {
            using var data = JsonDocument.Parse(json);
            foreach (var part in data.RootElement.ValueKind == JsonValueKind.Object ? data.RootElement.EnumerateObject() : default)
            {
                if (part.Value.ValueKind == JsonValueKind.Object && part.Value.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }
        catch (JsonException)
        {
            // What is shown is read instead.
        }

        return null;
    }

    private static bool IsNoPart(PageNode node) => node.Name switch
    {
        "blockquote" => true,
        "a" or "br" or "img" => false,
        _ => node.Class.Length > 0 && (node.HasClass("quote") || node.HasClass("inside_title") || node.HasClass("edit_log") || node.HasClass("signature") || node.HasClass("read_attach") || node.HasClass("blockquote")),
    };
}
