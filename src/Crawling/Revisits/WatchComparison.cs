using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Pages;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Compares a page of a watched thread with what is remembered of it. Pure.</summary>
/// <param name="Thread">What is to be remembered now.</param>
/// <param name="HandOver">Documents that are new or edited; these carry their difference.</param>
/// <param name="Changes">What became of documents that matched, with the difference.</param>
internal sealed record WatchComparison(WatchedThread Thread, IReadOnlyList<Document> HandOver, IReadOnlyList<(string DocumentId, SourceChange What, string Difference)> Changes)
{
    /// <summary>Nothing is to be told.</summary>
    public bool IsQuiet => HandOver.Count == 0 && Changes.Count == 0;

    /// <summary>Something would be called deleted, which it is not when it stands on the page before or behind.</summary>
    public bool SaysRemoved => Changes.Any(change => change.What == SourceChange.Removed);

    /// <summary>Compares a page that was read.</summary>
    /// <param name="thread">What is remembered.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="reading">What stands on it.</param>
    /// <param name="around">The pages beside it, where they were looked at.</param>
    /// <param name="now">This instant.</param>
    public static WatchComparison OfPage(WatchedThread thread, string page, DocumentReading reading, IReadOnlyList<PageRead> around, DateTimeOffset now)
    {
        var found = new Findings();
        List<MatchedDocument> matched = [.. thread.Matched.Select(known => Compare(known, page, [new PageRead(page, reading), .. around], "该楼层已不在页面上", found))];
        var isLast = page == thread.LastPage;
        List<Document> fresh = isLast ? [.. reading.Documents.Where(document => !thread.LastIds.Contains(document.Id) && !thread.Matched.Any(known => known.Id == document.Id))] : [];
        var next = isLast ? Next(thread, page, reading) : null;
        var goesOn = next is not null || (thread.LastIds.Count == 0 && !isLast);
        var ids = WatchedThread.IdsOf(reading.Documents);
        var after = thread with
        {
            Matched = matched,
            Turn = goesOn ? 0 : thread.Turn + 1,
            LastIds = next is not null ? [] : isLast ? ids : thread.LastIds,
            LastPage = next ?? thread.LastPage,
            LastNumber = next is null ? thread.LastNumber : thread.LastNumber + 1,
            BeforeLast = next is null ? thread.BeforeLast : page,
            BeforeIds = next is null ? thread.BeforeIds : ids,
            Dead = page == thread.Dead ? null : thread.Dead,
        };
        return Told(after, found, fresh, isNews: next is not null && next != thread.Dead, now);
    }

    /// <summary>Compares a page that is no longer there: every document on it that matched is missing.</summary>
    /// <param name="thread">What is remembered.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="why">What the site says in its place.</param>
    /// <param name="around">The pages beside it, where they were looked at.</param>
    /// <param name="now">This instant.</param>
    public static WatchComparison OfMissing(WatchedThread thread, string page, string why, IReadOnlyList<PageRead> around, DateTimeOffset now)
    {
        var found = new Findings();
        List<MatchedDocument> matched = [.. thread.Matched.Select(known => Compare(known, page, around, why, found))];
        var after = thread with { Matched = matched, Turn = thread.Turn + 1 };
        return Told(page == thread.LastPage ? after.WithoutLast() : after, found, [], isNews: false, now);
    }

    /// <summary>Edits alone keep a thread awake for so many looks only: a page that changes by itself would for ever.</summary>
    private static WatchComparison Told(WatchedThread thread, Findings found, List<Document> fresh, bool isNews, DateTimeOffset now)
    {
        var more = isNews || fresh.Count > 0 || found.Changes.Exists(change => change.What != SourceChange.Edited);
        var edited = found.Changes.Count > 0;
        var after = thread with
        {
            Edits = more ? 0 : edited ? thread.Edits + 1 : thread.Edits,
            ChangedAt = more || (edited && thread.Edits < WatchPolicy.MostEdits) ? now : thread.ChangedAt,
        };
        return new WatchComparison(after, [.. found.Edited, .. fresh], found.Changes);
    }

    /// <summary>The page behind the last one; null when there is none, or it leads in circles.</summary>
    private static string? Next(WatchedThread thread, string page, DocumentReading reading) =>
        reading.Next is { } next && next.AbsoluteUri != page && next.AbsoluteUri != thread.BeforeLast && thread.LastNumber < WatchPolicy.MostPages && !TrapFilter.IsTrap(next) ? next.AbsoluteUri : null;

    private static MatchedDocument Compare(MatchedDocument known, string page, IReadOnlyList<PageRead> pages, string why, Findings found)
    {
        foreach (var (address, reading) in pages)
        {
            if (reading.Documents.FirstOrDefault(document => document.Id == known.Id) is { } shown)
            {
                return Shown(known with { Page = address }, shown, found);
            }
        }

        return known.Page == page ? Missed(known, why, found) : known;
    }

    private static MatchedDocument Missed(MatchedDocument known, string why, Findings found)
    {
        var missing = known.Missing + 1;
        if (known.Gone || missing < WatchPolicy.MissingFrom)
        {
            return known with { Missing = missing };
        }

        found.Changes.Add((known.Id, SourceChange.Removed, why));
        return known with { Missing = missing, Gone = true };
    }

    private static MatchedDocument Shown(MatchedDocument known, Document shown, Findings found)
    {
        if (known.Gone)
        {
            found.Changes.Add((known.Id, SourceChange.Restored, "内容重新出现"));
        }

        var text = WatchedThread.TextOf(shown);
        var difference = TextDifference.Between(known.Text, text);
        if (difference.IsNothing)
        {
            return RestlessLines.Rested(known) with { Text = text, Missing = 0, Gone = false };
        }

        // What changes by itself is no edit worth recording; what it says now is judged all the same: 有人受伤 may have become 已有两人死亡.
        found.Edited.Add(shown with { Difference = difference.ToString() });
        var (after, isRestless) = RestlessLines.Edited(known, difference, text.Length);
        if (!isRestless)
        {
            found.Changes.Add((known.Id, SourceChange.Edited, difference.ToString()));
        }

        return after with { Text = text, Missing = 0, Gone = false };
    }

    private sealed class Findings
    {
        public List<(string DocumentId, SourceChange What, string Difference)> Changes { get; } = [];

        public List<Document> Edited { get; } = [];
    }
}
