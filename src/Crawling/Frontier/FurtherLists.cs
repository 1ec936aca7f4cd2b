using System.Globalization;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Says which lists a list leads to: its next page, the pages of a newspaper, the parts of a sitemap index.</summary>
internal sealed class FurtherLists(IPageReader reader, Frontier frontier, TimeProvider time)
{
    private const string MarkWord = "mark:";
    private const int MostOnce = 64;
    private const int MostPages = 1000;

    /// <summary>Gives the change of the frontier: further pages are lists visited once, parts are lists of their own.</summary>
    /// <param name="visited">The list that was read.</param>
    /// <param name="page">Its page.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="isNew">It showed something new: only then its next page is worth a look.</param>
    /// <param name="source">Its source.</param>
    public FrontierChange Of(FrontierEntry visited, Page page, ListReading reading, bool isNew, Source source)
    {
        var put = new List<FrontierEntry>();
        var number = EntryKey.PageNumber(visited.Key);
        if (isNew && number < Math.Min(source.ListPages, MostPages) && reading.Next is { } next && !TrapFilter.IsTrap(next) && next != page.Url)
        {
            put.Add(Once(visited, number + 1, next, source));
        }

        if (number == 1)
        {
            // A page of the newspaper names the others as well; only the first is followed.
            put.AddRange(reading.Further.Where(list => list.Once && !TrapFilter.IsTrap(list.Url) && list.Url != page.Url).Take(MostOnce).Select(list => Once(visited, 2, list.Url, source)));
        }

        var parts = reading.Further.Where(list => !list.Once && !TrapFilter.IsTrap(list.Url) && list.Url != page.Url && !EntryKey.IsPart(visited.Key)).ToList();
        put.AddRange(parts.Select(list => Part(list, source)).OfType<FrontierEntry>());
        return new FrontierChange { Put = put };
    }

    private FrontierEntry Once(FrontierEntry visited, int number, Uri url, Source source)
    {
        var now = time.GetUtcNow();
        return new FrontierEntry { Key = EntryKey.More(source.Id, number, url), Url = url.AbsoluteUri, Source = source.Id, Role = PageRole.List, DueAt = now, AddedAt = visited.AddedAt };
    }

    /// <summary>A part is due when its parent says that it has changed; null when nothing is to be done about it.</summary>
    private FrontierEntry? Part(FurtherList list, Source source)
    {
        var key = EntryKey.Part(source.Id, reader.Canonical(list.Url));
        var hint = MarkWord + list.Mark.ToString(CultureInfo.InvariantCulture);
        var now = time.GetUtcNow();
        if (frontier.Find(key) is not var (entry, inFlight))
        {
            return new FrontierEntry { Key = key, Url = list.Url.AbsoluteUri, Source = source.Id, Role = PageRole.List, DueAt = now, AddedAt = now, Hint = hint };
        }

        return inFlight || entry.Hint == hint ? null : entry with { Hint = hint, DueAt = now };
    }

    /// <summary>Says whether the parent tells when the part changes.</summary>
    public static bool IsTold(FrontierEntry part) => part.Hint is { } hint && hint.StartsWith(MarkWord, StringComparison.Ordinal) && hint != MarkWord + "0";
}
