using System.Globalization;
using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether this machine's clock agrees with what the sites say the time is (Date, RFC 9110 §6.6.1): the median of them, as any one may be wrong.</summary>
internal sealed class ClockExamination(SitesLook look) : IExamination
{
    private const int Enough = 3;
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(2);

    public string Name => "时钟";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var offsets = (await look.SeeAsync(cancellationToken)).Select(site => OffsetOf(site.Outcome)).OfType<TimeSpan>().Order().ToList();
        if (offsets.Count < Enough)
        {
            return [new Diagnosis(DiagnosisMark.Note, $"只有 {offsets.Count} 个网站报了时间，不足以核对本机时钟", "用 timedatectl 核对时间同步。")];
        }

        var off = offsets[offsets.Count / 2];
        return [off.Duration() > Wrong
            ? new Diagnosis(DiagnosisMark.Fault, $"本机时钟与 {offsets.Count} 个网站相差约 {off.Duration().TotalMinutes:0} 分钟（本机偏{(off > TimeSpan.Zero ? "快" : "慢")}）", "开启时间同步（timedatectl set-ntp true）：1 小时、2 小时时限都按本机时钟计算。")
            : new Diagnosis(DiagnosisMark.Good, $"与 {offsets.Count} 个网站的时间相符")];
    }

    /// <summary>How far this machine was ahead when the page was complete; null when the answer names no time.</summary>
    private static TimeSpan? OffsetOf(FetchOutcome? outcome) =>
        outcome is FetchOutcome.Fetched { Page: var page }
        && page.Headers.FirstOrDefault(header => header.Key.Equals("Date", StringComparison.OrdinalIgnoreCase)).Value is { } said
        && DateTimeOffset.TryParseExact(said, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs)
            ? page.FetchedAt - theirs
            : null;
}
