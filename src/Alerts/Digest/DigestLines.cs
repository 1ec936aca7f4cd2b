using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Puts single things of a digest into words.</summary>
internal sealed class DigestLines(DigestInput input, EscalationPolicy policy, AlertsOptions options, DateTimeOffset now)
{
    private readonly ZoneTime _zone = new(options.TimeZone);

    public DigestIncident Incident(Incident incident)
    {
        var first = incident.Documents.Count > 0 ? MatterSource.Of(incident.Documents[0], input.SourceNames, _zone) : null;
        var title = PlainText.OneLine(incident.Title, 80);
        var published = incident.FirstPublishedAt is { } at ? $"，首次发布 {_zone.Day(at)}" : "";
        return new DigestIncident
        {
            Id = PlainText.OneLine(incident.Id, 60),
            Level = incident.Level,
            LevelName = PlainText.OneLine(policy.NameOf(incident.Level), 12),
            Title = title.Length > 0 ? title : "（无标题）",
            Where = string.Join(" · ", new[] { AlertMatter.Join(incident.Regions, 4, ""), AlertMatter.Join(incident.Topics, 4, "") }.Where(w => w.Length > 0)),
            When = $"发现 {_zone.Day(incident.OpenedAt)}{published}",
            Source = first?.Name ?? "",
            Url = first?.Url,
            ConsoleUrl = options.Console is { } console ? new Uri(console, $"/incidents/{Uri.EscapeDataString(incident.Id)}").AbsoluteUri : null,
            Spread = $"{incident.Documents.Count}篇，{incident.Documents.Select(d => d.Site).Distinct().Count()}个来源",
            State = StateOf(incident),
            Clocks = [.. incident.Clocks.Take(8).Select(Clock)],
        };
    }

    public DigestSource Source(SourceCoverage coverage)
    {
        var gaps = coverage.Gaps.Take(24).Select(Gap).ToList();
        if (coverage.Gaps.Count > gaps.Count)
        {
            gaps.Add($"另有{coverage.Gaps.Count - gaps.Count}段");
        }

        return new DigestSource(
            PlainText.OneLine(coverage.Name, 40),
            $"{coverage.HoursCovered}/{coverage.HoursOf}小时",
            coverage.State switch { CoverageState.Seeing => "正常", CoverageState.Paused => "已暂停", _ => "无法读取" },
            gaps);
    }

    public DigestFailure Failure(string contact, ChannelKind channel, bool dead, string? reason, List<Delivery> deliveries)
    {
        var incidents = deliveries.Select(d => d.Alert.IncidentId).Where(id => id.Length > 0);
        var why = PlainText.OneLine(reason, 120);
        return new DigestFailure(
            PlainText.OneLine(input.ContactNames.GetValueOrDefault(contact, contact), 30),
            ChannelNames.Of(channel),
            dead ? "已放弃" : "仍在重试",
            deliveries.Count,
            why.Length > 0 ? why : "原因不明",
            AlertMatter.Join(incidents, 5, ""));
    }

    private string Gap(CoverageGap gap)
    {
        var why = PlainText.OneLine(gap.Why, 80);
        return $"{_zone.Day(gap.From)}—{_zone.Day(gap.To)}（{Spans.Words(gap.To - gap.From)}）：{(why.Length > 0 ? why : "没有采集记录")}";
    }

    private DigestClock Clock(Clock clock)
    {
        var words = ClockWords.Of(clock, now, TimeSpan.Zero, _zone);
        return new DigestClock($"{words.Title}：{words.DueAt}前，{words.Standing}", words.State == ClockState.Missed);
    }

    private string StateOf(Incident incident) => incident.State switch
    {
        IncidentState.Open => "未签收",
        IncidentState.Acknowledged => $"已签收（{PlainText.OneLine(incident.AcknowledgedBy, 20)}，{_zone.Day(incident.AcknowledgedAt ?? incident.OpenedAt)}）",
        IncidentState.Assessed => "已研判",
        IncidentState.Handling => "处置中",
        IncidentState.Closed => "已办结",
        _ => "已排除",
    };
}
