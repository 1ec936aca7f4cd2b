using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class TemplatesTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new ConfigFolder().Complete();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "templates"));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Without_files_the_built_in_words_hold()
    {
        _folder.Write("templates/README.md", "# 说明");

        Assert.That(_folder.Good().Alerts.Templates, Is.EqualTo(new AlertTemplates()));
        Assert.That(_folder.Faults(), Is.Empty);
    }

    [Test]
    public void The_shipped_examples_are_good()
    {
        var examples = Directory.GetFiles(Path.Combine(Repository.Root, "config", "templates", "examples"));
        foreach (var file in examples)
        {
            _folder.Write("templates/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }

        var templates = _folder.Good().Alerts.Templates;

        Assert.That(examples, Has.Length.EqualTo(6));
        Assert.That(new[] { templates.Sms, templates.MailSubject, templates.MailText, templates.MailHtml, templates.WebhookMarkdown, templates.WebhookText }, Has.None.Null);
        Assert.That(_folder.Faults(), Is.Empty);
    }

    [TestCase("sms.txt", "【{level}】{matter}\n{palce}", "sms.txt:2:1: error: 'palce' is not known; allowed: level, late")]
    [TestCase("sms.txt", "【{level}】", "sms.txt:1:1: error: {matter} is missing")]
    [TestCase("sms.txt", "【{?level}预警{/}】{?matter}请查看{/}", "sms.txt:1:1: error: {level} does not always stand in it")]
    [TestCase("sms.txt", "【{level}】{?place}{matter}{/}", "sms.txt:1:1: error: {matter} does not always stand in it")]
    [TestCase("sms.txt", "【{level}】{!late}{matter}{/}", "sms.txt:1:1: error: {matter} does not always stand in it")]
    [TestCase("sms.txt", "【{level}】{matter}", "sms.txt:1:1: warning: {incident} does not stand in it")]
    [TestCase("sms.txt", "{level}{matter}某某市自然资源和规划局舆情监测预警处置工作领导小组办公室提醒您立即登录系统签收并组织处置请勿回复本短信", "sms.txt:1:1: error: its fixed words alone are")]
    [TestCase("mail.html", "<p>{level}{matter}{incident</p>", "mail.html:1:19: error: a brace { is not closed")]
    [TestCase("mail.txt", "  \n", "mail.txt:1:1: error: the file is empty")]
    [TestCase("webhook.md", "{level}{matter}{?link}x", "webhook.md:1:16: error: this piece is not ended")]
    [TestCase("sms.critical.txt", "x", "sms.critical.txt:1:1: warning: this file is not read")]
    public void A_fault_names_file_line_and_column_and_what_is_allowed(string file, string text, string fault)
    {
        _folder.Write("templates/" + file, text);

        Assert.That(_folder.Faults().Select(f => f.Replace('\\', '/')), Has.Some.StartsWith("templates/" + fault));
    }
}
