using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds when an article was published and updated: what the page tells machines, what it shows near the headline or at the end, its scripts, its address.</summary>
internal sealed class PublishedTime(PageContext context, PageFacts facts, BylineLines lines)
{
    private const int NodesNearTitle = 40;

    /// <summary>Finds both; a missing one is null.</summary>
    internal (DateTimeOffset? Published, DateTimeOffset? Updated) Find(PageNode? title, PageNode body)
    {
        var (shown, updated, isWhole) = Shown(lines.After, labelled: false);
        var told = Web(facts.Published) ?? Web(facts.Meta("pubdate", "firstpublishedtime", "article:published_time", "publishdate", "publish_time", "publish-date", "datepublished", "og:published_time", "og:time", "og:release_date",
            "weibo: article:create_at", "weibo:article:create_at", "pubtime", "publishtime", "createdate", "apub:time", "_pubtime", "releasedate", "article:create_at"));
        told ??= FromTimeElement(title, body);
        if (shown is null)
        {
            (shown, var updatedBelow, isWhole) = Shown(lines.Tail, labelled: true);
            updated ??= updatedBelow;
        }

        if (shown is { } partly && !isWhole && told is null)
        {
            // «11-24 10:20» and «3小时前» need to know when the page was made; what tells the year outranks them.
            shown = Web(ScriptFacts.Time(context.Tree.Scripts)) ?? InYearOf(AddressDate.Find(context.Page.Url, context.Now, context.Zone), partly);
        }

        var published = Finer(told, shown);
        if (published is null || !HasClock(published.Value))
        {
            published = Finer(published, Web(ScriptFacts.Time(context.Tree.Scripts)));
        }

        published = published ?? Web(HiddenText.Field(context.Tree, "time"))
            ?? Shown(lines.Inside, labelled: false, alone: true).Published ?? Joined() ?? Signed(body)
            ?? Prefer(AddressDate.Find(context.Page.Url, context.Now, context.Zone), Shown(lines.Before, labelled: false).Published);
        return (published, Web(facts.Modified ?? facts.Meta("article:modified_time", "og:updated_time", "datemodified", "lastmodified", "lastmodifiedtime")) ?? updated);
    }

    private DateTimeOffset? Web(string? text) => WebTime.Parse(text, context.Now, context.Zone);

    private DateTimeOffset? Read(string line) => ChineseTime.Find(line, context.Now, context.Zone);

    /// <summary>Gives the time of an address, but the one shown when it is of the same day and has a clock.</summary>
    private DateTimeOffset? Prefer(DateTimeOffset? address, DateTimeOffset? shown) => address is null ? shown : Finer(address, shown);

    /// <summary>Gives the time the machine part tells, but the visible one when that has the hour of the same day and the other has not.</summary>
    private DateTimeOffset? Finer(DateTimeOffset? told, DateTimeOffset? shown)
    {
        if (told is not { } first || shown is not { } second)
        {
            return told ?? shown;
        }

        // Many systems write the local clock with the mark of UTC.
        if (first.UtcDateTime.AddSeconds(-first.Second) == TimeZoneInfo.ConvertTime(second, context.Zone).DateTime.AddSeconds(-second.Second))
        {
            return second;
        }

        return !HasClock(first) && TimeZoneInfo.ConvertTime(second, context.Zone).Date == TimeZoneInfo.ConvertTime(first, context.Zone).Date ? second : first;
    }

    private bool HasClock(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, context.Zone).TimeOfDay != TimeSpan.Zero && time.TimeOfDay != TimeSpan.Zero;

    /// <summary>Finds the first time in lines.</summary>
    /// <param name="candidates">The lines.</param>
    /// <param name="labelled">Only lines that say what their time is.</param>
    /// <param name="alone">Only lines that are a time or a byline and nothing else.</param>
    private (DateTimeOffset? Published, DateTimeOffset? Updated, bool IsWhole) Shown(IReadOnlyList<string> candidates, bool labelled, bool alone = false)
    {
        DateTimeOffset? published = null, updated = null, first = null;
        var (publishedWhole, firstWhole) = (true, true);
        foreach (var line in candidates)
        {
            if ((labelled && !SaysPublished(line)) || (alone && !PageLines.IsByline(line)) || line.Contains("成文日期", StringComparison.Ordinal) && !line.Contains("发布", StringComparison.Ordinal))
            {
                continue;
            }

            if ((Read(FromLabel(line)) ?? Read(line)) is not { } time)
            {
                continue;
            }

            var update = Math.Max(line.IndexOf("更新", StringComparison.Ordinal), line.IndexOf("修改", StringComparison.Ordinal));
            if (update >= 0 && !line.Contains("发布", StringComparison.Ordinal))
            {
                updated ??= time;
                continue;
            }

            if (first is null)
            {
                (first, firstWhole) = (time, HasYear(line));
            }

            if (published is null && SaysPublished(line))
            {
                (published, publishedWhole) = (time, HasYear(line));
            }

            updated ??= update > 0 ? Read(line[update..]) : null;
        }

        return (published ?? first ?? updated, updated, published is null ? firstWhole : publishedWhole);
    }

    /// <summary>True when a line writes a year (2026, or 26-11-24).</summary>
    private static bool HasYear(string line)
    {
        var parts = 0;
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (char.IsAsciiDigit(line[i]) || line[i] is >= '０' and <= '９')
            {
                parts += line[i + 1] is '-' or '/' or '.' or '年' or '月' ? 1 : 0;
                if (line[i + 1] == '年' || (i + 3 < line.Length && line[i] == '2' && line[i + 1] == '0' && char.IsAsciiDigit(line[i + 2]) && char.IsAsciiDigit(line[i + 3]) && (i == 0 || !char.IsAsciiDigit(line[i - 1]))))
                {
                    return true;
                }
            }
        }

        return parts >= 2;
    }

    /// <summary>Gives a time the year of an address when both are of the same day of the year; else as it is.</summary>
    private DateTimeOffset InYearOf(DateTimeOffset? address, DateTimeOffset time)
    {
        if (address is not { } day)
        {
            return time;
        }

        var (wall, local) = (TimeZoneInfo.ConvertTime(day, context.Zone), TimeZoneInfo.ConvertTime(time, context.Zone));
        return wall.Month == local.Month && wall.Day == local.Day ? time.AddYears(wall.Year - local.Year) : time;
    }

    private static bool SaysPublished(string line) =>
        line.Contains("发布", StringComparison.Ordinal) || line.Contains("发表", StringComparison.Ordinal) || line.Contains("时间", StringComparison.Ordinal) || line.Contains("日期：", StringComparison.Ordinal)
        || line.Contains("來源", StringComparison.Ordinal) || line.Contains("来源", StringComparison.Ordinal) || line.Contains("编辑于", StringComparison.Ordinal) || line.Contains("稿源", StringComparison.Ordinal);

    /// <summary>Starts a line at its label of publication: an index of a document has the date it was signed before it.</summary>
    private static string FromLabel(string line)
    {
        foreach (var label in (ReadOnlySpan<string>)["发布日期", "发布时间", "发表时间", "发布于", "发表于"])
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at > 0)
            {
                return line[at..];
            }
        }

        return line;
    }

    /// <summary>Reads a date whose year, day and clock stand in boxes of their own.</summary>
    private DateTimeOffset? Joined()
    {
        for (var i = 0; i + 1 < lines.After.Count; i++)
        {
            if (lines.After[i].Trim() is { Length: 4 } year && year.StartsWith("20", StringComparison.Ordinal) && year.All(char.IsAsciiDigit))
            {
                return Read(year + "-" + lines.After[i + 1].Trim().Replace('/', '-') + " " + (i + 2 < lines.After.Count ? lines.After[i + 2] : ""));
            }
        }

        return null;
    }

    /// <summary>Reads the date a notice is signed with: its last line, alone.</summary>
    private DateTimeOffset? Signed(PageNode body)
    {
        for (var i = lines.Tail.Count - 1; i >= 0; i--)
        {
            var line = lines.Tail[i].Trim();
            if (line.Length is > 7 and < 16 && line.EndsWith('日') && line.Contains('年') && body.TextLength > 0 && Read(line) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>Reads the first time element near the headline or in the body; one further off is a related article's or a comment's.</summary>
    private DateTimeOffset? FromTimeElement(PageNode? title, PageNode body)
    {
        var from = (title?.Index ?? body.Index) - NodesNearTitle;
        return context.Tree.Find(context.Tree.Body, node => node.Name == "time" && node.Index >= from && node.Index < body.End && node.Attribute("datetime") is { Length: > 7 }) is { } time
            ? Web(time.Attribute("datetime"))
            : null;
    }
}
