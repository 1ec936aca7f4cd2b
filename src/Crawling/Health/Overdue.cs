using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Health;

/// <summary>A source that was not visited for far longer than it should, whatever the reason: what nobody reads is not seen.</summary>
/// <param name="Since">Since when it is overdue.</param>
/// <param name="Why">For people, in Chinese.</param>
internal sealed record Overdue(DateTimeOffset Since, string Why)
{
    private const int Intervals = 3;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>Compares the last good visit with the interval; null when the source is in time.</summary>
    /// <param name="source">The source.</param>
    /// <param name="record">What is remembered of it.</param>
    /// <param name="runningSince">Since when the crawler runs.</param>
    /// <param name="now">This instant.</param>
    public static Overdue? Find(Source source, SourceRecord record, DateTimeOffset runningSince, DateTimeOffset now)
    {
        var from = new[] { record.LastVisitAt ?? DateTimeOffset.MinValue, record.WatchedFrom, runningSince }.Max();
        var allowed = source.Every * Intervals > Shortest ? source.Every * Intervals : Shortest;
        if (now - from <= allowed)
        {
            return null;
        }

        var minutes = (long)(now - (record.LastVisitAt ?? from)).TotalMinutes;
        return new Overdue(from + allowed, $"已有 {minutes} 分钟未能访问；{record.Trouble ?? "请查看日志，必要时重启服务"}");
    }
}
