using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class EscalationTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_example_of_the_contract_is_read()
    {
        _folder.Write("contacts.yaml", """
            contacts:
              - { id: officer, name: 信息员, email: a@bureau.test, phone: "13900001234" }
              - { id: office, email: b@bureau.test }
              - { id: director, email: c@bureau.test }
            groups:
              leaders: [director]
            """);
        _folder.Write("escalation.yaml", """
            clockFrom: publication
            lateAfter: 2m
            levels:
              critical: { name: 特别重大, reportWithin: 1h, statementWithin: 5h, briefingWithin: 24h, reviewWithin: 7d }
              watch:    { name: 关注 }
            steps:
              critical:
                - { after: 0s,  notify: [officer, office, leaders], by: [sms, email] }
                - { after: 10m, unless: acknowledged, notify: [leaders], by: [sms, email], repeatEvery: 10m }
                - { before: 15m, of: report, unless: reported, notify: [officer], by: [sms] }
                - { missed: review, notify: [officer], by: [email] }
            limits: { messages: 0, per: 5m }
            """);

        var policy = _folder.Good().Escalation;

        Assert.Multiple(() =>
        {
            Assert.That(policy.FromPublication, Is.True);
            Assert.That(policy.LateAfter, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(policy.LimitMessages, Is.Zero);
            Assert.That(policy.LimitPer, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(policy.Levels[Level.Critical].Clocks.Select(clock => $"{clock.Key} {clock.Value.TotalHours}"), Is.EqualTo(new[] { "report 1", "statement 5", "briefing 24", "review 168" }));
            var steps = policy.Steps[Level.Critical];
            Assert.That(steps.Select(step => step.Key), Is.EqualTo(new[] { "critical/1", "critical/2", "critical/3", "critical/4" }));
            Assert.That(steps[0].By, Is.EqualTo(new[] { ChannelKind.Sms, ChannelKind.Email }));
            Assert.That(steps[1].Unless, Is.EqualTo(StepCondition.Acknowledged));
            Assert.That(steps[1].RepeatEvery, Is.EqualTo(TimeSpan.FromMinutes(10)));
            Assert.That((steps[2].Before, steps[2].Of), Is.EqualTo((TimeSpan.FromMinutes(15), "report")));
            Assert.That(steps[3].Missed, Is.EqualTo("review"));
        });
    }

    [TestCase("{ notify: [officer], by: [email] }", "5:7: error: step critical/1 has no occasion; write exactly one of")]
    [TestCase("{ after: 0s, missed: report, notify: [officer], by: [email] }", "5:7: error: step critical/1 has after and missed")]
    [TestCase("{ before: 5m, notify: [officer], by: [email] }", "5:9: error: step critical/1: before needs of")]
    [TestCase("{ after: 5m, of: report, notify: [officer], by: [email] }", "5:20: error: step critical/1: of belongs to before")]
    [TestCase("{ before: 5m, of: reprot, notify: [officer], by: [email] }", "5:25: error: step critical/1.of: this level has no clock 'reprot'; did you mean 'report'?; its clocks: report")]
    [TestCase("{ missed: briefing, notify: [officer], by: [email] }", "5:17: error: step critical/1.missed: this level has no clock 'briefing'; its clocks: report")]
    [TestCase("{ before: 2h, of: report, notify: [officer], by: [email] }", "5:17: warning: step critical/1: 2h before the clock report of 1h")]
    [TestCase("{ after: 0s, notify: [offcer], by: [email] }", "5:29: error: there is no contact or group 'offcer' in contacts.yaml; did you mean 'officer'?")]
    [TestCase("{ after: 0s, notify: officer, by: [email] }", "5:28: error: step critical/1.notify is a list")]
    [TestCase("{ after: 0s, by: [email] }", "5:7: error: step critical/1: notify is missing")]
    [TestCase("{ after: 0s, notify: [officer] }", "5:7: error: step critical/1: by is missing")]
    [TestCase("{ after: 0s, notify: [officer], by: [mail] }", "5:44: error: step critical/1.by: 'mail' is not known; did you mean 'email'?; allowed: email, sms, webhook")]
    [TestCase("{ after: 0s, notify: [officer], by: [email], unless: acked }", "5:60: error: step critical/1.unless: 'acked' is not known; allowed: acknowledged, reported")]
    [TestCase("{ after: 0s, notify: [officer], by: [email], repeatEvery: 0s }", "5:65: error: step critical/1.repeatEvery: '0s' is no duration from 1s")]
    [TestCase("{ after: 0s, notify: [officer], by: [sms] }", "5:43: warning: by sms is used, and opinionwatch.yaml has no sms gateway")]
    [TestCase("{ afer: 0s, notify: [officer], by: [email] }", "5:9: error: unknown key 'afer' in step critical/1; did you mean 'after'?")]
    public void A_fault_of_a_step_names_its_place(string step, string fault)
    {
        _folder.Write("escalation.yaml", ConfigFolder.Escalation(step));

        Assert.That(_folder.Faults(), Has.Some.StartsWith("escalation.yaml:" + fault));
    }

    [Test]
    public void A_slip_in_the_name_of_a_statutory_clock_is_no_new_clock()
    {
        _folder.Write("escalation.yaml", "levels:\n  critical: { reprotWithin: 1h, followUpWithin: 6h, Within: 1h }\n");

        var faults = _folder.Faults();

        Assert.That(faults, Has.Some.StartsWith("escalation.yaml:2:15: error: unknown key 'reprotWithin' in levels.critical; did you mean 'reportWithin'?; allowed: name, reportWithin"));
        Assert.That(faults, Has.Some.StartsWith("escalation.yaml:2:53: error: unknown key 'Within'"));
        Assert.That(faults, Has.None.Contains("'followUpWithin'"));
    }

    [Test]
    public void A_level_without_steps_is_warned_of()
    {
        _folder.Complete().Write("escalation.yaml", "steps:\n  critical:\n    - { after: 0s, notify: [officer], by: [email] }\n");

        Assert.That(_folder.Faults(), Is.EqualTo(new[]
        {
            "escalation.yaml:1:1: warning: the level general has no steps: it only goes to the digest and wakes nobody",
            "escalation.yaml:1:1: warning: the level major has no steps: it only goes to the digest and wakes nobody",
        }));
    }

    [TestCase("- { id: officer, email: nobody }", "4:27: error: contact.email: 'nobody' is no mail address")]
    [TestCase("- { id: x, phone: abc }", "4:21: error: contact.phone: 'abc' is no telephone number")]
    [TestCase("- { id: x, email: x@example.gov.cn }", "4:21: warning: contact.email: 'x@example.gov.cn' is a placeholder")]
    [TestCase("- { id: x, phone: \"13800000000\" }", "4:21: warning: contact.phone: '13800000000' is a placeholder")]
    [TestCase("- { id: x }", "4:5: warning: contact 'x' has neither email nor phone")]
    [TestCase("- { id: x, webhook: { kind: wecom } }", "4:23: error: contact.webhook.url is missing: the robot's address, as")]
    [TestCase("- { id: x, webhook: { kind: qq, url: 'https://r.test/k' } }", "4:31: error: contact.webhook.kind: 'qq' is not known; allowed: wecom, dingtalk, feishu")]
    [TestCase("- { id: x, webhook: { kind: wecom, url: 'https://r.test/key' } }", "4:43: warning: contact.webhook.url: the robot's address is as good as a password")]
    [TestCase("- { id: x, webhook: { kind: wecom, url: 'https://r.test/key', secret: s } }", "4:73: error: contact.webhook.secret: robots of kind: wecom are not signed")]
    [TestCase("- { id: second, email: a@b.test }", "4:11: error: the id 'second' of a contact or group is taken already")]
    [TestCase("- { name: x, email: a@b.test }", "4:5: error: contact.id is missing")]
    public void A_fault_of_a_contact_names_its_place(string contact, string fault)
    {
        _folder.Write("contacts.yaml", $"contacts:\n  - {{ id: officer, email: a@b.test }}\n  - {{ id: second, email: a@b.test }}\n  {contact}\n");

        Assert.That(_folder.Faults(), Has.Some.StartsWith("contacts.yaml:" + fault));
    }

    [Test]
    public void A_robot_is_read_and_its_address_is_shown_nowhere()
    {
        _folder.Environment["ROBOT"] = "https://robot.test/send?access_token=hunter2";
        _folder.Environment["SIGN"] = "SEChunter2";
        _folder.Write("contacts.yaml", "contacts:\n  - { id: officer, email: a@bureau.test }\n  - { id: chat, name: 值班群, webhook: { kind: dingtalk, url: \"${env:ROBOT}\", secret: \"${env:SIGN}\", format: text } }\n");
        _folder.Write("escalation.yaml", ConfigFolder.Escalation("{ after: 0s, notify: [officer, chat], by: [email, webhook] }"));

        var chat = _folder.Good().Contacts.Contacts[1];

        Assert.That(chat.Webhook, Is.EqualTo(new WebhookRobot(WebhookKind.DingTalk, new Uri("https://robot.test/send?access_token=hunter2"), "SEChunter2", PlainText: true)));
        Assert.That(chat.ToString(), Does.Not.Contain("hunter2"));
        Assert.That(_folder.Good().Escalation.Steps[Level.Critical][0].By, Is.EqualTo(new[] { ChannelKind.Email, ChannelKind.Webhook }));
        Assert.That(_folder.Faults(), Has.None.Contains("webhook"));
    }

    [Test]
    public void A_group_holds_contacts_and_no_groups()
    {
        _folder.Write("contacts.yaml", "contacts:\n  - { id: officer, email: a@b.test }\ngroups:\n  one: [officer, nobody]\n  two: [one]\n  officer: [officer]\n");

        var faults = _folder.Faults();

        Assert.That(faults, Has.Some.StartsWith("contacts.yaml:4:18: error: groups.one: there is no contact 'nobody'"));
        Assert.That(faults, Has.Some.StartsWith("contacts.yaml:5:9: error: groups.two: 'one' is a group"));
        Assert.That(faults, Has.Some.StartsWith("contacts.yaml:6:3: error: the id 'officer'"));
    }

    [Test]
    public void A_rule_of_spread_is_read_and_one_that_lowers_or_lacks_something_is_refused_with_its_place()
    {
        _folder.Write("escalation.yaml", """
            spread:
              - { from: general, to: major, sources: 6, within: 12h }
              - { from: major, to: general, sources: 6, within: 12h }
              - { from: major, to: critical, within: 12h }
            """);

        var faults = _folder.Faults();

        Assert.That(faults, Has.Some.StartsWith("escalation.yaml:3:").And.Some.Contains("spread only raises"));
        Assert.That(faults, Has.Some.StartsWith("escalation.yaml:4:").And.Some.Contains("lacks sources"));
    }

    [Test]
    public void A_reminder_at_a_share_of_the_clock_is_an_instant_of_its_own_for_each_level()
    {
        _folder.Write("contacts.yaml", "contacts: [{ id: officer, email: a@bureau.test }]");
        _folder.Write("escalation.yaml", """
            levels: { critical: { reportWithin: 1h }, major: { reportWithin: 2h } }
            steps:
              critical: [{ before: 25%, of: report, unless: reported, notify: [officer], by: [email] }]
              major: [{ before: 25%, of: report, unless: reported, notify: [officer], by: [email] }]
            """);

        var policy = _folder.Read().Configuration!.Escalation;

        Assert.That(policy.Steps[Level.Critical][0].Before, Is.EqualTo(TimeSpan.FromMinutes(15)));
        Assert.That(policy.Steps[Level.Major][0].Before, Is.EqualTo(TimeSpan.FromMinutes(30)));
    }

    [TestCase("0%")]
    [TestCase("100%")]
    [TestCase("half%")]
    public void A_share_that_is_none_is_refused_with_what_is_allowed(string share)
    {
        _folder.Write("contacts.yaml", "contacts: [{ id: officer, email: a@bureau.test }]");
        _folder.Write("escalation.yaml", $$"""
            levels: { critical: { reportWithin: 1h } }
            steps:
              critical: [{ before: {{share}}, of: report, notify: [officer], by: [email] }]
            """);

        Assert.That(_folder.Faults(), Has.Some.StartsWith("escalation.yaml:3:").And.Some.Contains("1% to 99%"));
    }
}
