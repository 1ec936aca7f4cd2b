using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Answers questions about what the frontier holds of one source. Chooses nothing and changes nothing.</summary>
/// <param name="slots">What the frontier knows.</param>
/// <param name="gate">Its lock.</param>
/// <param name="active">Gives the source of a slot that is watched now; null for any other. Called inside the lock.</param>
internal sealed class SourceEntries(SlotTable slots, Lock gate, Func<Slot, Source?> active)
{
    /// <summary>Items of one source that may wait at a time; what a list shows beyond is taken at later visits.</summary>
    public const int MostPending = 2000;

    /// <summary>Says how many more items of a source may wait.</summary>
    public int RoomOf(string source)
    {
        lock (gate)
        {
            return Math.Max(0, MostPending - slots.Of(source, PageRole.Item).Count);
        }
    }

    /// <summary>Gives the waiting entry of a name and whether it is being fetched at this moment; null when none waits.</summary>
    public (FrontierEntry Entry, bool InFlight)? Find(string key)
    {
        lock (gate)
        {
            return slots.TryFind(key, out var slot) ? (slot.Entry, slot.InFlight) : null;
        }
    }

    /// <summary>Says since when a source is watched; null when it has no list.</summary>
    public DateTimeOffset? WatchedSince(string source)
    {
        lock (gate)
        {
            return slots.StartsOf(source).Select(slot => (DateTimeOffset?)slot.Entry.AddedAt).Min();
        }
    }

    /// <summary>Says when a start address of a source was last read; null when never.</summary>
    public DateTimeOffset? LastVisit(string source)
    {
        lock (gate)
        {
            return slots.StartsOf(source).Select(slot => slot.Entry.VisitedAt).Max();
        }
    }

    /// <summary>Lists the keys of the watched pages of a source beyond so many, those due last.</summary>
    public IReadOnlyList<string> LatestWatched(string source, int beyond)
    {
        lock (gate)
        {
            var watched = slots.Of(source, PageRole.Watched);
            return watched.Count <= beyond ? [] : [.. watched.Where(slot => !slot.InFlight).OrderBy(slot => slot.Entry.DueAt).Skip(beyond).Select(slot => slot.Entry.Key)];
        }
    }

    /// <summary>Lists the parts of sitemap indexes of a source, and whether each is being fetched at this moment.</summary>
    public IReadOnlyList<(FrontierEntry Entry, bool InFlight)> PartsOf(string source)
    {
        lock (gate)
        {
            return [.. slots.Of(source, PageRole.List).Where(slot => EntryKey.IsPart(slot.Entry.Key)).Select(slot => (slot.Entry, slot.InFlight))];
        }
    }

    /// <summary>Lists the start addresses of watched sources, each with its host and address.</summary>
    public IReadOnlyList<(Source Source, string Host, Uri Url)> Lists()
    {
        lock (gate)
        {
            return [.. slots.AllStarts().Select(slot => (Source: active(slot), slot.Host, slot.Url)).Where(list => list.Source is not null).Select(list => (list.Source!, list.Host, list.Url))];
        }
    }
}
