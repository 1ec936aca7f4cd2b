using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Pages;
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

    /// <summary>Compares a page that was read.</summary>
    /// <param name="thread">What is remembered.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="reading">What stands on it.</param>
    /// <param name="now">This instant.</param>
    public static WatchComparison OfPage(WatchedThread thread, string page, DocumentReading reading, DateTimeOffset now)
    {
        var changes = new List<(string, SourceChange, string)>();
        var handOver = new List<Document>();
        var matched = new List<MatchedDocument>();
        foreach (var known in thread.Matched)
        {
            var shown = reading.Documents.FirstOrDefault(document => document.Id == known.Id);
            matched.Add(known.Page != page ? known : shown is null ? Missed(known, "该楼层已不在页面上", changes) : Shown(known, shown, changes, handOver));
        }

        var isLast = page == thread.LastPage;
        if (isLast)
        {
            handOver.AddRange(reading.Documents.Where(document => !thread.LastIds.Contains(document.Id) && !thread.Matched.Any(known => known.Id == document.Id)));
        }

        var next = isLast && reading.Next is { } further && further.AbsoluteUri != page ? further.AbsoluteUri : null;
        var after = thread with
        {
            Matched = matched,
            Turn = next is null ? thread.Turn + 1 : 0,
            LastIds = next is not null ? [] : isLast ? [.. reading.Documents.Select(document => document.Id)] : thread.LastIds,
            LastPage = next ?? thread.LastPage,
            LastNumber = next is null ? thread.LastNumber : thread.LastNumber + 1,
            ChangedAt = handOver.Count > 0 || changes.Count > 0 || next is not null ? now : thread.ChangedAt,
        };
        return new WatchComparison(after, handOver, changes);
    }

    /// <summary>Compares a page that is no longer there: every document on it that matched is missing.</summary>
    /// <param name="thread">What is remembered.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="why">What the site says in its place.</param>
    /// <param name="now">This instant.</param>
    public static WatchComparison OfMissing(WatchedThread thread, string page, string why, DateTimeOffset now)
    {
        var changes = new List<(string, SourceChange, string)>();
        List<MatchedDocument> matched = [.. thread.Matched.Select(known => known.Page == page ? Missed(known, why, changes) : known)];
        return new WatchComparison(thread with { Matched = matched, Turn = thread.Turn + 1, ChangedAt = changes.Count > 0 ? now : thread.ChangedAt }, [], changes);
    }

    private static MatchedDocument Missed(MatchedDocument known, string why, List<(string, SourceChange, string)> changes)
    {
        var missing = known.Missing + 1;
        if (known.Gone || missing < WatchPolicy.MissingFrom)
        {
            return known with { Missing = missing };
        }

        changes.Add((known.Id, SourceChange.Removed, why));
        return known with { Missing = missing, Gone = true };
    }

    private static MatchedDocument Shown(MatchedDocument known, Document shown, List<(string, SourceChange, string)> changes, List<Document> handOver)
    {
        if (known.Gone)
        {
            changes.Add((known.Id, SourceChange.Restored, "内容重新出现"));
        }

        var text = WatchedThread.TextOf(shown);
        var difference = TextDifference.Between(known.Text, text);
        if (!difference.IsNothing)
        {
            changes.Add((known.Id, SourceChange.Edited, difference.ToString()));
            handOver.Add(shown with { Difference = difference.ToString() });
        }

        return known with { Text = text, Missing = 0, Gone = false };
    }
}
