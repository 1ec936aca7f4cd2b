using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Compares what the frontier knows with what the configuration wants. Pure.</summary>
internal static class Reconciliation
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(30);

    /// <param name="wanted">The lists wanted, by key.</param>
    /// <param name="sources">The sites of the configuration, by id.</param>
    /// <param name="slots">Everything known, by key.</param>
    /// <param name="now">This instant.</param>
    /// <returns>The change: lists added, changed or no longer wanted, items of sources gone for long. False when a list that changed was being visited just then and must be compared again.</returns>
    public static (FrontierChange Change, bool Settled) Compare(
        IReadOnlyDictionary<string, WantedList> wanted, IReadOnlyDictionary<string, Source> sources, IReadOnlyDictionary<string, Slot> slots, DateTimeOffset now)
    {
        var put = new List<FrontierEntry>();
        var settled = true;
        foreach (var list in wanted.Values)
        {
            if (!slots.TryGetValue(list.Key, out var slot))
            {
                put.Add(new FrontierEntry { Key = list.Key, Url = list.Url.AbsoluteUri, Source = list.Source.Id, Role = PageRole.List, DueAt = now, AddedAt = now, Hint = list.Shape });
            }
            else if (slot.InFlight)
            {
                settled &= slot.Entry.Hint == list.Shape;
            }
            else if (Change(slot.Entry, list, now) is { } changed)
            {
                put.Add(changed);
            }
        }

        var remove = slots.Values.Where(slot => IsGone(slot.Entry, wanted, sources, now)).Select(slot => slot.Entry.Key).ToList();
        return (new FrontierChange { Put = put, Remove = remove }, settled);
    }

    private static FrontierEntry? Change(FrontierEntry entry, WantedList list, DateTimeOffset now)
    {
        var latest = now + list.Source.Every;
        if (entry.Hint != list.Shape)
        {
            // It is read differently now: what was remembered of the last answer says nothing any more.
            return entry with { Hint = list.Shape, DueAt = entry.DueAt < latest ? entry.DueAt : latest, ETag = null, LastModified = null, BodyHash = null, Usual = 0 };
        }

        return entry.Failures == 0 && entry.DueAt > latest ? entry with { DueAt = latest } : null;
    }

    private static bool IsGone(FrontierEntry entry, IReadOnlyDictionary<string, WantedList> wanted, IReadOnlyDictionary<string, Source> sources, DateTimeOffset now)
    {
        if (!sources.TryGetValue(entry.Source, out var source))
        {
            return entry.Role == PageRole.List || now - entry.AddedAt > AbandonedAfter;
        }

        return entry.Role == PageRole.List
            && (EntryKey.IsStart(entry.Key) ? !wanted.ContainsKey(entry.Key) : EntryKey.IsPart(entry.Key) && source.Kind is not (SourceKind.Sitemap or SourceKind.Auto));
    }
}
