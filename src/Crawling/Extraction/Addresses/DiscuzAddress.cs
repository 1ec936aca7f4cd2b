using System.Globalization;
using System.Text;

namespace OpinionWatch.Crawling.Extraction.Addresses;

/// <summary>An address of a Discuz! forum, in whichever of its spellings it was linked (rewritten, plain, older versions, redirects, archiver).</summary>
/// <param name="Folder">Path of the forum with a final slash.</param>
/// <param name="IsThread">True for a thread, false for a board.</param>
/// <param name="Id">Number of the thread; number or short name of the board.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Filters">Parameters of a board that choose other threads (order, type); empty for a thread.</param>
internal sealed record DiscuzAddress(string Folder, bool IsThread, string Id, int Page, IReadOnlyList<KeyValuePair<string, string?>> Filters)
{
    /// <summary>Finds what <paramref name="url"/> names; null when it is no board or thread.</summary>
    internal static DiscuzAddress? Find(Uri url)
    {
        var path = url.AbsolutePath;
        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        var file = path[(slash + 1)..].ToLowerInvariant();
        if (folder.EndsWith("/archiver/", StringComparison.OrdinalIgnoreCase))
        {
            var name = file is "" or "index.php" ? url.Query.TrimStart('?').ToLowerInvariant() : file;
            return FromArchiver(folder[..^"archiver/".Length], name);
        }

        return file.EndsWith(".php", StringComparison.Ordinal) || file.Length == 0
            ? FromQuery(folder, file, url.Query)
            : FromName(folder, file);
    }

    /// <summary>Gives the one spelling all others are known by; it can be asked for on every Discuz! X, rewriting or not.</summary>
    internal string CanonicalPath()
    {
        var path = new StringBuilder(Folder).Append(IsThread ? "forum.php?mod=viewthread&tid=" : "forum.php?mod=forumdisplay&fid=").Append(Id);
        foreach (var (name, value) in Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
        {
            path.Append('&').Append(name).Append('=').Append(value);
        }

        return Page > 1 ? path.Append(CultureInfo.InvariantCulture, $"&page={Page}").ToString() : path.ToString();
    }

    /// <summary>Gives the address of another page of a thread, spelt as it was linked where that is possible; null when it is no thread.</summary>
    internal static Uri? OfPage(Uri url, int page)
    {
        if (Find(url) is not { IsThread: true } thread)
        {
            return null;
        }

        var path = url.AbsolutePath;
        var slash = path.LastIndexOf('/') + 1;
        var parts = path[slash..].Split('-');
        return parts is ["thread", var id, _, var from] && url.Query.Length == 0
            ? new Uri(url, string.Create(CultureInfo.InvariantCulture, $"{path[..slash]}thread-{id}-{page}-{from}"))
            : new Uri(url, (thread with { Page = page }).CanonicalPath());
    }

    private static DiscuzAddress? FromName(string folder, string file)
    {
        if (!file.EndsWith(".html", StringComparison.Ordinal) && !file.EndsWith(".htm", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = file[..file.LastIndexOf('.')].Split('-');
        return parts switch
        {
            ["thread", var id] when IsNumber(id) => new(folder, true, Plain(id), 1, []),
            ["thread", var id, var page] when IsNumber(id) && IsNumber(page) => new(folder, true, Plain(id), PageOf(page), []),
            ["thread", var id, var page, var from] when IsNumber(id) && IsNumber(page) && IsNumber(from) => new(folder, true, Plain(id), PageOf(page), []),
            ["forum", var id, var page] when id.Length is > 0 and < 40 && IsNumber(page) => new(folder, false, Plain(id), PageOf(page), []),
            _ => null,
        };
    }

    private static DiscuzAddress? FromArchiver(string folder, string name)
    {
        var parts = (name.EndsWith(".html", StringComparison.Ordinal) ? name[..^5] : name).Split('-');
        return parts switch
        {
            ["tid", var id, ..] when IsNumber(id) => new(folder, true, Plain(id), parts is [_, _, "page", var page] ? PageOf(page) : 1, []),
            ["fid", var id, ..] when IsNumber(id) => new(folder, false, Plain(id), parts is [_, _, "page", var page] ? PageOf(page) : 1, []),
            _ => null,
        };
    }

    private static DiscuzAddress? FromQuery(string folder, string file, string query)
    {
        if (file is not ("" or "forum.php" or "index.php" or "viewthread.php" or "redirect.php" or "forumdisplay.php" or "group.php"))
        {
            return null;
        }

        var parameters = QueryCleaner.List(query);
        var mod = Value(parameters, "mod") ?? file switch { "viewthread.php" => "viewthread", "redirect.php" => "redirect", "forumdisplay.php" => "forumdisplay", _ => "" };
        var page = PageOf(Value(parameters, "page"));
        var thread = Value(parameters, "tid") ?? Value(parameters, "ptid");
        var board = Value(parameters, "fid");
        return mod switch
        {
            "viewthread" when IsNumber(thread) => new(folder, true, Plain(thread!), page, []),
            "redirect" when IsNumber(thread) => new(folder, true, Plain(thread!), 1, []),
            "forumdisplay" when board is { Length: > 0 and < 40 } => new(folder, false, Plain(board), page, Choosing(parameters)),
            _ => null,
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string?>> Choosing(IReadOnlyList<KeyValuePair<string, string?>> parameters) =>
        [.. parameters.Where(pair => pair.Key is "filter" or "orderby" or "typeid" or "sortid" or "digest" or "specialtype" or "dateline" && !string.IsNullOrEmpty(pair.Value))];

    private static string? Value(IReadOnlyList<KeyValuePair<string, string?>> parameters, string name)
    {
        foreach (var pair in parameters)
        {
            if (pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return pair.Value;
            }
        }

        return null;
    }

    private static bool IsNumber(string? text) => text is { Length: > 0 and <= 18 } && text.All(char.IsAsciiDigit);

    private static string Plain(string id) => IsNumber(id) && id.TrimStart('0') is { Length: > 0 } plain ? plain : id;

    private static int PageOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1;
}
