using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Says which lists a list leads to: its next page, the pages of a newspaper, the parts of a sitemap index.</summary>
internal sealed class FurtherLists(IPageReader reader, Frontier frontier, TimeProvider time, ILogger log)
{
    private const string MarkWord = "mark:";
    private const int MostOnce = 64;
    private const int MostPages = 1000;
    private const int MostParts = 200;
    private const int UnnamedFrom = 2;
    private const int NewsOfArchive = 1000;

    /// <summary>Gives the change of the frontier: further pages are lists visited once, parts are lists of their own.</summary>
    /// <param name="visited">The list that was read.</param>
    /// <param name="page">Its page.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="isNew">It showed something new: only then its next page is worth a look.</param>
    /// <param name="isCut">There was no room for all of it: it is read again before one goes on to its next page.</param>
    /// <param name="source">Its source.</param>
    public FrontierChange Of(FrontierEntry visited, Page page, ListReading reading, bool isNew, bool isCut, Source source)
    {
        var put = new List<FrontierEntry>();
        var number = EntryKey.PageNumber(visited.Key);
        if (isNew && !isCut && number < Math.Min(source.ListPages, MostPages) && reading.Next is { } next && !TrapFilter.IsTrap(next) && next != page.Url)
        {
            put.Add(Once(number + 1, next, source));
        }

        if (number == 1 && !isCut)
        {
            // A page of the newspaper names the others as well; only the first is followed.
            put.AddRange(reading.Further.Where(list => list.Once && !TrapFilter.IsTrap(list.Url) && list.Url != page.Url).Take(MostOnce).Select(list => Once(2, list.Url, source)));
        }

        if (reading.Kind != SourceKind.Sitemap || EntryKey.IsPart(visited.Key))
        {
            return new FrontierChange { Put = put };
        }

        var parts = Parts(visited, [.. reading.Further.Where(list => !list.Once && !TrapFilter.IsTrap(list.Url) && list.Url != page.Url)], source);
        return parts with { Put = [.. put, .. parts.Put] };
    }

    /// <summary>How many entries of a sitemap read for the first time are fetched: the parts there were from the beginning are one archive, and share.</summary>
    public int ArchiveLeft(FrontierEntry list) => list.Part is not { IsArchive: true } part
        ? NewsOfArchive
        : Math.Max(0, NewsOfArchive - frontier.PartsOf(list.Source).Where(other => other.Entry.Part is { IsArchive: true } known && known.Parent == part.Parent).Sum(other => other.Entry.Part!.Released));

    /// <summary>Says whether a part and all others of its index keep failing.</summary>
    public bool AllFail(FrontierEntry part) =>
        frontier.PartsOf(part.Source).All(other => other.Entry.Key == part.Key || other.Entry.Part?.Parent != part.Part?.Parent || other.Entry.Failures >= RevisitPolicy.MostAttempts);

    /// <summary>Parts that are named are kept; those that were not named twice in a row are let go.</summary>
    private FrontierChange Parts(FrontierEntry index, IReadOnlyList<FurtherList> named, Source source)
    {
        var known = frontier.PartsOf(source.Id).ToDictionary(part => part.Entry.Key);
        var put = new List<FrontierEntry>();
        var remove = new List<string>();
        var unnamed = known.Keys.ToHashSet();
        var room = MostParts - known.Count;
        var leftOut = 0;
        foreach (var list in named)
        {
            var key = EntryKey.Part(source.Id, reader.Canonical(list.Url));
            if (known.TryGetValue(key, out var part))
            {
                if (unnamed.Remove(key) && !part.InFlight && Named(part.Entry, list, index) is { } changed)
                {
                    put.Add(changed);
                }
            }
            else if (room-- > 0)
            {
                put.Add(New(key, list, index, source));
            }
            else
            {
                leftOut++;
            }
        }

        if (leftOut > 0)
        {
            log.PartsLeftOut(source.Id, leftOut, MostParts);
        }

        foreach (var (entry, inFlight) in unnamed.Select(key => known[key]).Where(part => part.Entry.Part?.Parent == index.Key))
        {
            if (inFlight)
            {
                continue;
            }

            if (entry.Part!.Unnamed + 1 >= UnnamedFrom)
            {
                remove.Add(entry.Key);
            }
            else
            {
                put.Add(entry with { Part = entry.Part with { Unnamed = entry.Part.Unnamed + 1 } });
            }
        }

        return new FrontierChange { Put = put, Remove = remove };
    }

    private FrontierEntry Once(int number, Uri url, Source source)
    {
        var now = time.GetUtcNow();
        return new FrontierEntry { Key = EntryKey.More(source.Id, number, url), Url = url.AbsoluteUri, Source = source.Id, Role = PageRole.List, DueAt = now, AddedAt = now };
    }

    private FrontierEntry New(string key, FurtherList list, FrontierEntry index, Source source)
    {
        var now = time.GetUtcNow();
        return new FrontierEntry
        {
            Key = key,
            Url = list.Url.AbsoluteUri,
            Source = source.Id,
            Role = PageRole.List,
            DueAt = now,
            AddedAt = now,
            Hint = HintOf(list),
            Part = new SitemapPart { Parent = index.Key, IsArchive = index.Usual == 0 },
        };
    }

    /// <summary>A part is due when its parent says that it has changed; null when nothing is to be done about it.</summary>
    private FrontierEntry? Named(FrontierEntry part, FurtherList list, FrontierEntry index)
    {
        var hint = HintOf(list);
        var told = part.Hint != hint;
        return !told && part.Part is { Unnamed: 0 } same && same.Parent == index.Key
            ? null
            : part with
            {
                Hint = hint,
                DueAt = told ? RevisitPolicy.PartDue(part, time.GetUtcNow()) : part.DueAt,
                Part = (part.Part ?? new SitemapPart { Parent = index.Key }) with { Parent = index.Key, Unnamed = 0 },
            };
    }

    private static string HintOf(FurtherList list) => MarkWord + list.Mark.ToString(CultureInfo.InvariantCulture);

    /// <summary>Says whether the parent tells when the part changes.</summary>
    public static bool IsTold(FrontierEntry part) => part.Hint is { } hint && hint.StartsWith(MarkWord, StringComparison.Ordinal) && hint != MarkWord + "0";
}
