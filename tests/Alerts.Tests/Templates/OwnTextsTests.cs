#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Templates;

public class OwnTextsTests
{
    private static readonly AlertTemplates Own = new()
    {
        Sms = Template("{late}【{level}】{mark}{matter}{?place}，{place:8}{/}{?source}，{source:8}{/}{?delay}，{delay}{/}{?deadline}，{deadline}{/}，{incident}"),
        MailSubject = Template("{level}：{matter}"),
        MailText = Template("{contact}：{matter}\n{sources}\n{incident}"),
        MailHtml = Template("<html><body><p>{matter}</p><p>{sources}</p></body></html>"),
        WebhookMarkdown = Template("**{matter}** {sources}"),
    };

    [Test]
    public void A_mail_is_written_in_the_words_of_its_files_and_html_is_escaped()
    {
        var text = AlertTexts.Render(Occasion(ChannelKind.Email) with { Incident = Matters.Eviction() with { Title = "<b>强拆</b>" } });

        Assert.That(text.Subject, Is.EqualTo("特别重大：<b>强拆</b>"));
        Assert.That(text.Text, Does.StartWith("舆情信息员：<b>强拆</b>\n").And.EndWith("20261124-0001"));
        Assert.That(text.Html, Does.Contain("<p>&lt;b&gt;强拆&lt;/b&gt;</p>").And.Contain("<br>"));
    }

    [Test]
    public void What_a_robot_says_steers_no_markdown()
    {
        var text = AlertTexts.Render(Occasion(ChannelKind.Webhook) with { Incident = Matters.Eviction() with { Title = "[点我](http://evil.test) <@all> **粗** `码`" } });

        Assert.That(text.Text, Does.StartWith("**［点我］(http://evil.test) ＜@all＞ ＊＊粗＊＊ ｀码｀**"));
    }

    [Test]
    public void A_text_message_names_everything_and_the_matter_gives_way()
    {
        var text = AlertTexts.Render(Occasion(ChannelKind.Sms) with { Late = true, Delay = TimeSpan.FromMinutes(12) });

        Assert.That(text.Text, Has.Length.EqualTo(70));
        Assert.That(text.Text, Does.StartWith("【补发】【特别重大】柳溪镇").And.EndWith("，20261124-0001").And.Contain("报送").And.Contain("柳溪论坛").And.Contain("迟12分钟"));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool A_text_message_always_fits_one_and_ends_in_the_number(string? title, string? place, string? site)
    {
        var incident = Matters.Eviction() with { Title = title ?? "", Regions = [place ?? ""] };

        var text = AlertTexts.Render(Occasion(ChannelKind.Sms) with { Incident = incident, SourceNames = new Dictionary<string, string> { ["forum"] = site ?? "" } }).Text;

        return text.Length <= 70 && !text.Any(char.IsControl) && text.EndsWith("20261124-0001", StringComparison.Ordinal);
    }

    private static TextTemplate Template(string text) => TextTemplate.Parse(text, MessageParts.Names).Template!;

    private static AlertOccasion Occasion(ChannelKind channel) => new()
    {
        Incident = Matters.Eviction(),
        Step = Matters.First,
        Contact = Some.Officer,
        Channel = channel,
        Policy = new EscalationPolicy(),
        Options = Some.Options() with { Templates = Own },
        SourceNames = new Dictionary<string, string> { ["forum"] = "柳溪论坛" },
        Now = Some.Now,
    };
}
