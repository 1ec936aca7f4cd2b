using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpinionWatch.Alerts.Digest;
using OpinionWatch.Model;
using PageSize = DocumentFormat.OpenXml.Wordprocessing.PageSize;

namespace OpinionWatch.Alerts.Tests.Digest;

public class DigestTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddDays(1);

    [Test]
    public void A_day_reads_as_an_office_would_write_it()
    {
        var text = DigestRenderer.Render(DigestBuilder.Build(Day(), new EscalationPolicy(), Some.Options(), To));

        Golden.Check("digest.txt", text.Subject + "\n\n" + text.Text);
        Golden.Check("digest.html", text.Html);
    }

    [Test]
    public void A_day_on_which_nothing_happened_says_so()
    {
        var empty = new DigestInput { From = From, To = To };

        var text = DigestRenderer.Render(DigestBuilder.Build(empty, new EscalationPolicy(), Some.Options(), To));

        Assert.That(text.Subject, Does.EndWith("：无新发事件"));
        Assert.That(text.Text, Does.Contain("特别重大0起、重大0起、一般0起、关注0起").And.Contain("未覆盖0小时"));
    }

    [Test]
    public void Only_incidents_of_the_period_are_counted_and_merged_ones_are_not()
    {
        var input = new DigestInput
        {
            From = From,
            To = To,
            Incidents =
            [
                At("in", From), At("after", To), At("merged", From) with { MergedInto = "in" },
                At("before", From.AddDays(-3)), At("ended", From.AddDays(-3)) with { State = IncidentState.Closed, EndedAt = From.AddHours(1) },
                At("long ago", From.AddDays(-9)) with { State = IncidentState.Closed, EndedAt = From.AddDays(-5) },
            ],
        };

        var digest = DigestBuilder.Build(input, new EscalationPolicy(), Some.Options(), To);

        Assert.That(digest.Opened.Select(i => i.Id), Is.EqualTo(new[] { "in" }));
        Assert.That(digest.Ongoing.Select(i => i.Id), Is.EqualTo(new[] { "before" }));
        Assert.That(digest.Ended.Select(i => i.Id), Is.EqualTo(new[] { "ended" }));
        Assert.That(digest.Levels.Sum(l => l.Count), Is.EqualTo(1));
    }

    [Test]
    public void Outside_text_is_never_markup()
    {
        var hostile = At("x", From) with { Title = "<script>1</script>", Topics = ["<img>"], Regions = ["<i>"] };
        var input = new DigestInput
        {
            From = From,
            To = To,
            Incidents = [hostile],
            Coverage = [new SourceCoverage { Source = "s", Name = "<u>", HoursOf = 24, State = CoverageState.Blind, Gaps = [new CoverageGap(From, To, "<s>")] }],
            Troubled = [Delivery.Of(Some.Alert("a")) with { State = DeliveryState.Dead, Reason = "<em>" }],
        };

        var html = DigestRenderer.Render(DigestBuilder.Build(input, new EscalationPolicy(), Some.Options(), To)).Html;

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<i>").And.Not.Contain("<u>").And.Not.Contain("<s>").And.Not.Contain("<em>"));
    }

    [Test]
    public void A_digest_goes_once_to_each_person_with_an_address()
    {
        var text = new DigestText("主题", "<p>页</p>", "文");

        var alerts = DigestAlerts.For(text, To, [Some.Officer, Some.Officer, new Contact { Id = "office", Name = "办公室" }], Some.Options(), To.AddHours(1));

        Assert.That(alerts.Select(a => (a.Id, a.Step, a.IncidentId)), Is.EqualTo(new[] { ("digest-202611240000-officer", "digest", "") }));
    }

    [Test]
    public void The_paper_is_a_valid_word_document_on_a4_whatever_the_outside_text_holds()
    {
        var input = Day();
        var hostile = input with { Incidents = [.. input.Incidents.Select(i => i with { Title = "<script>\u0001\ud800强拆&\u202e" })] };

        var paper = DigestDocx.Write(DigestBuilder.Build(hostile, new EscalationPolicy(), new AlertsOptions { Organisation = "某局" }, To));

        using var file = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
        var faults = new OpenXmlValidator().Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");
        Assert.That(faults, Is.Empty);
        Assert.That(file.MainDocumentPart!.Document!.Descendants<PageSize>().Single().Width!.Value, Is.EqualTo(11906u));
        Assert.That(file.MainDocumentPart.Document.InnerText, Does.Contain("强拆").And.Contain("信源覆盖"));
    }

    private static Incident At(string id, DateTimeOffset openedAt) => Matters.Eviction() with { Id = id, OpenedAt = openedAt };

    private static DigestInput Day() => new()
    {
        From = From,
        To = To,
        Incidents =
        [
            At("20261123-0002", From.AddHours(3)) with { Clocks = [new Clock(Clock.Report, From.AddHours(4), From.AddHours(3.5), ClockState.Met), new Clock(Clock.Statement, From.AddHours(8), null, ClockState.Running)] },
            At("20261123-0003", From.AddHours(5)) with
            {
                Level = Level.General,
                Title = "安置房办证三年没有结果，请有关部门答复",
                Topics = ["不动产登记"],
                Regions = ["江城区"],
                Clocks = [new Clock(Clock.Reply, From.AddHours(53), null, ClockState.Running)],
                State = IncidentState.Acknowledged,
                AcknowledgedAt = From.AddHours(6),
                AcknowledgedBy = "李某",
            },
            At("20261120-0001", From.AddDays(-3)) with { Level = Level.Major, Title = "网传石门坳采石场夜间偷采", Topics = ["矿产资源"], Regions = ["石门坳"], State = IncidentState.Handling, Clocks = [] },
        ],
        Documents =
        [
            .. Enumerable.Range(0, 5).Select(i => new KeptDocument
            {
                Document = new Document { Id = $"d{i}", Text = "" },
                Analysis = new Analysis { Id = $"d{i}" },
                Outcome = i < 2 ? DocumentOutcome.Opened : i == 2 ? DocumentOutcome.OutOfArea : DocumentOutcome.Joined,
            }),
        ],
        Coverage =
        [
            new SourceCoverage { Source = "forum", Name = "柳溪论坛", HoursCovered = 21, HoursOf = 24, Gaps = [new CoverageGap(From.AddHours(2), From.AddHours(5), "站点返回 503")] },
            new SourceCoverage { Source = "portal", Name = "江城在线", HoursCovered = 0, HoursOf = 24, State = CoverageState.Blind, Gaps = [new CoverageGap(From, To, "页面变成登录页")] },
            new SourceCoverage { Source = "paper", Name = "江城晚报", HoursCovered = 24, HoursOf = 24 },
        ],
        Troubled =
        [
            .. Enumerable.Range(0, 3).Select(i => Delivery.Of(Some.Alert($"x{i}", channel: ChannelKind.Sms)) with { State = DeliveryState.Dead, Reason = "短信网关答复 403" }),
        ],
        SourceNames = new Dictionary<string, string> { ["forum"] = "柳溪论坛" },
        ContactNames = new Dictionary<string, string> { ["officer"] = "舆情信息员" },
    };
}
