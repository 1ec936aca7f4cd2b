using System.Text.RegularExpressions;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Templates;

public sealed partial class SignedLinkTests
{
    private static readonly AcknowledgeTokens Tokens = new(new byte[32]);

    [Test]
    public void A_mail_links_to_its_persons_own_page_in_both_parts_and_says_whose_it_is()
    {
        var mail = Write(ChannelKind.Email);
        var (text, html) = (Token().Match(mail.Text), Token().Match(mail.Html!));

        Assert.That(Tokens.Read(text.Groups[1].Value), Is.EqualTo(new AcknowledgeTicket("20261124-0001", "officer", Some.Now.AddDays(7))));
        Assert.That(html.Value, Is.EqualTo(text.Value));
        Assert.That(mail.Text, Does.Contain("以“舆情信息员”的名义签收").And.Contain("7天内有效").And.Not.Contain("令牌"));
        Assert.That(mail.Html, Does.Contain("http://127.0.0.1:8650/incidents/20261124-0001"));
    }

    [TestCase(ChannelKind.Sms)]
    [TestCase(ChannelKind.Webhook)]
    public void A_text_message_and_a_groups_chat_hold_no_key(ChannelKind channel) => Assert.That(Write(channel).Text, Does.Not.Contain("/a/"));

    [Test]
    public void A_message_held_over_quiet_hours_speaks_of_the_time_it_goes_out()
    {
        var mail = AlertTexts.Render(Occasion(ChannelKind.Email) with { HeldSince = Some.Now.AddMinutes(1), Now = Some.Now.AddMinutes(31), Options = Some.Options() });

        Assert.That(mail.Text, Does.Contain("产生于09:06，免打扰期满发出").And.Contain("还剩29分钟").And.Not.Contain("补发"));
    }

    private static AlertText Write(ChannelKind channel) => AlertTexts.Render(Occasion(channel));

    private static AlertOccasion Occasion(ChannelKind channel) => new()
    {
        Incident = Matters.Eviction(),
        Step = Matters.First,
        Contact = Some.Officer,
        Channel = channel,
        Policy = new EscalationPolicy(),
        Options = Some.Options(),
        Tokens = Tokens,
        Now = Some.Now,
    };

    [GeneratedRegex("http://127\\.0\\.0\\.1:8650/a/([A-Za-z0-9_-]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
