using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Templates;

public class AlertTextsTests
{
    private static readonly Dictionary<string, string> Names = new() { ["forum"] = "柳溪论坛", ["paper"] = "江城晚报" };

    [Test]
    public void A_first_alert_reads_as_an_office_would_write_it()
    {
        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now));

        Golden.Check("first.mail.txt", text.Subject + "\n\n" + text.Text);
        Golden.Check("first.mail.html", text.Html!);
    }

    [Test]
    public void Text_messages_say_the_essential()
    {
        var texts = new[]
        {
            Occasion(Matters.First, Some.Now),
            Occasion(Matters.First, Some.Now + TimeSpan.FromMinutes(12), late: 12),
            Occasion(Matters.Unanswered, Some.Now + TimeSpan.FromMinutes(10)),
            Occasion(Matters.Unanswered, Some.Now + TimeSpan.FromMinutes(30)) with { Occurrence = 2 },
            Occasion(Matters.BeforeReport, Some.Now + TimeSpan.FromMinutes(45)),
            Occasion(Matters.ReportMissed, Some.Now + TimeSpan.FromMinutes(60)),
        }.Select(o => AlertTexts.Render(o with { Channel = ChannelKind.Sms }).Text).ToList();

        Assert.That(texts, Has.All.Length.LessThanOrEqualTo(70));
        Golden.Check("sms.txt", string.Join("\n", texts) + "\n");
    }

    [Test]
    public void Subjects_say_the_occasion_behind_the_level()
    {
        var subjects = new[]
        {
            Occasion(Matters.Unanswered, Some.Now + TimeSpan.FromMinutes(30)) with { Occurrence = 2 },
            Occasion(Matters.BeforeReport, Some.Now + TimeSpan.FromMinutes(45)),
            Occasion(Matters.ReportMissed, Some.Now + TimeSpan.FromMinutes(60)),
        }.Select(o => AlertTexts.Render(o).Subject).ToList();

        Golden.Check("subjects.txt", string.Join("\n", subjects) + "\n");
    }

    [Test]
    public void A_late_mail_says_so_before_the_level_and_by_how_much()
    {
        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now + TimeSpan.FromMinutes(12), late: 12));

        Assert.That(text.Subject, Does.StartWith("【补发】【特别重大】"));
        Assert.That(text.Text, Does.StartWith("【补发】【特别重大】").And.Contain("应于09:05发出，迟12分钟"));
        Assert.That(text.Html, Does.Contain("【补发】").And.Contain("应于09:05发出，迟12分钟"));
    }

    [TestCase(IncidentChange.System, "白沙乡尾矿库溃坝", "白沙乡", "江城晚报")]
    [TestCase("张科", "柳溪镇连夜强拆民房", "柳溪镇", "柳溪论坛")]
    public void A_raise_tells_the_news_that_raised_it_and_not_the_old_headline(string by, string title, string place, string source)
    {
        var incident = Matters.Eviction();
        var raised = incident with
        {
            LevelHistory = [new LevelChange(Some.Now.AddDays(-9), Level.General, IncidentChange.System, ""), new LevelChange(Some.Now, Level.Critical, by, "")],
            OpenedAt = Some.Now.AddDays(-9),
            Documents = [incident.Documents[0], incident.Documents[1] with { Title = "白沙乡尾矿库溃坝", Regions = ["白沙乡"] }],
            Grounds = incident.Grounds! with { Id = "d2" },
        };

        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now) with { Incident = raised, Channel = ChannelKind.Sms });

        Assert.That(text.Text, Does.Contain(title).And.Contain(place).And.Contain(source));
        Assert.That(text.Parts!["place"], Does.StartWith(place));
    }

    [Test]
    public void Outside_text_is_never_markup_and_no_address_is_a_script()
    {
        var hostile = Matters.Eviction() with { Title = "<script>alert(1)</script>\r\n\"'&", Summary = "<img src=x onerror=alert(1)>", Regions = ["<i>"] };

        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now) with { Incident = hostile });

        Assert.That(text.Html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<i>").And.Not.Contain("javascript:").And.Not.Contain("<b>"));
        Assert.That(text.Text, Does.Not.Contain("javascript:"));
        Assert.That(text.Subject, Does.Not.Contain('\n').And.Not.Contain('\r'));
    }

    [Test]
    public void Without_a_console_the_mail_says_how_to_acknowledge_otherwise()
    {
        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now) with { Options = Some.Options() with { Console = null } });

        Assert.That(text.Text, Does.Contain("致电值班室代为签收").And.Not.Contain("http://127.0.0.1"));
    }

#pragma warning disable NUnit1027 // FsCheck supplies the arguments.
    [FsCheck.NUnit.Property(MaxTest = 200)]
#pragma warning restore NUnit1027
    public bool Whatever_the_title_a_text_message_is_short_whole_and_on_one_line(string? title, string? place, bool late, byte minutes)
    {
        var incident = Matters.Eviction() with { Title = title ?? "", Regions = [place ?? ""] };
        var text = AlertTexts.Render(Occasion(Matters.First, Some.Now + TimeSpan.FromMinutes(minutes), late ? minutes : null) with { Incident = incident, Channel = ChannelKind.Sms });

        return text.Text.Length <= 70
            && !text.Text.Any(char.IsControl)
            && text.Text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)
            && text.Text.Contains("【特别重大】", StringComparison.Ordinal)
            && text.Text.Contains("报送", StringComparison.Ordinal);
    }

    private static AlertOccasion Occasion(EscalationStep step, DateTimeOffset now, int? late = null) => new()
    {
        Incident = Matters.Eviction(),
        Step = step,
        Late = late is not null,
        Delay = TimeSpan.FromMinutes(late ?? 0),
        Contact = Some.Officer,
        Channel = ChannelKind.Email,
        Policy = new EscalationPolicy(),
        Options = Some.Options(),
        SourceNames = Names,
        Now = now,
    };
}
