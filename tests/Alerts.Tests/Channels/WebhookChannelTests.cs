using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Webhook;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;

namespace OpinionWatch.Alerts.Tests.Channels;

public class WebhookChannelTests
{
    private readonly FakeTimeProvider _time = new(Some.Now);
    private ServiceProvider _services = null!;
    private LoopbackSmsGateway _robots = null!;

    [SetUp]
    public async Task Start()
    {
        _services = new ServiceCollection().AddLogging().AddAlerts().BuildServiceProvider();
        _robots = await LoopbackSmsGateway.StartAsync();
        _robots.Answer = _ => new SmsAnswer { Body = """{"errcode":0,"errmsg":"ok","code":0}""" };
    }

    [TearDown]
    public async Task Stop()
    {
        await _robots.DisposeAsync();
        await _services.DisposeAsync();
    }

    [TestCase(WebhookKind.WeCom, false, "markdown/content")]
    [TestCase(WebhookKind.WeCom, true, "text/content")]
    [TestCase(WebhookKind.DingTalk, false, "markdown/text")]
    [TestCase(WebhookKind.DingTalk, true, "text/content")]
    [TestCase(WebhookKind.Feishu, true, "content/text")]
    public async Task The_text_stands_where_the_robot_looks_for_it(WebhookKind kind, bool plain, string path)
    {
        var outcome = await Channel(kind, plain).SendAsync(Message("文\"本\\"), CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent()));
        using var body = JsonDocument.Parse(_robots.Requests.Single().Text);
        Assert.That(path.Split('/').Aggregate(body.RootElement, (at, name) => at.GetProperty(name)).GetString(), Is.EqualTo("文\"本\\"));
    }

    [Test]
    public async Task A_feishu_card_has_the_subject_as_its_title()
    {
        await Channel(WebhookKind.Feishu).SendAsync(Message("文本"), CancellationToken.None);

        using var body = JsonDocument.Parse(_robots.Requests.Single().Text);
        var card = body.RootElement.GetProperty("card");
        Assert.That(card.GetProperty("header").GetProperty("title").GetProperty("content").GetString(), Does.StartWith("【特别重大】"));
        Assert.That(card.GetProperty("elements")[0].GetProperty("content").GetString(), Is.EqualTo("文本"));
    }

    [TestCase(WebhookKind.WeCom, """{"errcode":45009,"errmsg":"api freq out of limit"}""", "later")]
    [TestCase(WebhookKind.WeCom, """{"errcode":93000,"errmsg":"invalid webhook url"}""", "other now")]
    [TestCase(WebhookKind.WeCom, """{"errcode":40058,"errmsg":"x"}""", "give up")]
    [TestCase(WebhookKind.DingTalk, """{"errcode":310000,"errmsg":"sign not match"}""", "other now")]
    [TestCase(WebhookKind.DingTalk, """{"errcode":130101,"errmsg":"send too fast"}""", "later")]
    [TestCase(WebhookKind.Feishu, """{"code":19021,"msg":"sign match fail"}""", "other now")]
    [TestCase(WebhookKind.Feishu, """{"StatusCode":0,"StatusMessage":"success"}""", "sent")]
    [TestCase(WebhookKind.Feishu, """{"code":11232,"msg":"frequency limited"}""", "later")]
    [TestCase(WebhookKind.WeCom, "<html>", "later")]
    [TestCase(WebhookKind.WeCom, """{"code":0}""", "later")]
    public async Task An_answer_is_judged_by_its_number_whatever_the_status_says(WebhookKind kind, string answer, string expected)
    {
        _robots.Answer = _ => new SmsAnswer { Body = answer };

        var outcome = await Channel(kind).SendAsync(Message(), CancellationToken.None);

        Assert.That(outcome switch { SendOutcome.GiveUp => "give up", SendOutcome.TryLater { OtherNow: true } => "other now", SendOutcome.TryLater => "later", _ => "sent" }, Is.EqualTo(expected));
        Assert.That(outcome.ToString(), Does.Not.Contain("secret-key"));
    }

    [Test]
    public async Task A_robot_is_not_spoken_to_more_often_than_it_bears_and_critical_keeps_its_places()
    {
        var channel = Channel(WebhookKind.WeCom);
        var outcomes = new List<SendOutcome>();
        for (var i = 0; i < 19; i++)
        {
            outcomes.Add(await channel.SendAsync(Message() with { Level = Level.Major }, CancellationToken.None));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var critical = await channel.SendAsync(Message(), CancellationToken.None);
        _time.Advance((outcomes[18] as SendOutcome.TryLater)!.After!.Value);
        var after = await channel.SendAsync(Message() with { Level = Level.Major }, CancellationToken.None);

        Assert.That(outcomes.Take(18), Is.All.InstanceOf<SendOutcome.Sent>());
        Assert.That((outcomes[18] as SendOutcome.TryLater)?.After, Is.EqualTo(TimeSpan.FromSeconds(42)));
        Assert.That(new[] { critical, after }, Is.All.InstanceOf<SendOutcome.Sent>());
        Assert.That(_robots.Requests, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task A_robot_taken_out_of_the_contacts_is_a_refusal_for_good()
    {
        var outcome = await Channel(WebhookKind.WeCom).SendAsync(Message() with { Address = "nobody" }, CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.GiveUp>());
        Assert.That(_robots.Requests, Is.Empty);
    }

    [Test]
    public async Task A_text_too_long_for_the_robot_is_cut_at_a_line()
    {
        await Channel(WebhookKind.WeCom).SendAsync(Message(string.Join('\n', Enumerable.Range(0, 200).Select(i => $"{i}. 某地反映某事，请尽快核实"))), CancellationToken.None);

        using var body = JsonDocument.Parse(_robots.Requests.Single().Text);
        var text = body.RootElement.GetProperty("markdown").GetProperty("content").GetString()!;
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(text), Is.InRange(3900, 4000));
        Assert.That(text, Does.EndWith("请尽快核实\n\n…"));
    }

    [Test]
    public async Task A_robot_shows_itself_in_no_text()
    {
        var robot = Robot(WebhookKind.DingTalk, plain: false);

        var outcome = await new WebhookChannel(Book(robot with { Url = new Uri("http://127.0.0.1:1/secret-key") }), _services.GetRequiredService<IHttpClientFactory>(), _time).SendAsync(Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().And.Property(nameof(SendOutcome.TryLater.ChannelDown)).False);
        Assert.That($"{outcome} {robot} {Some.Officer with { Webhook = robot }}", Does.Not.Contain("secret-key").And.Not.Contain("SEC123"));
    }

    private static OutgoingMessage Message(string text = "文本") => Some.Message("chat") with { Text = text, Html = null };

    private static Fixed<ContactBook> Book(WebhookRobot robot) => new(new ContactBook([new Contact { Id = "chat", Name = "值班群", Webhook = robot }], new Dictionary<string, IReadOnlyList<string>>()));

    private WebhookRobot Robot(WebhookKind kind, bool plain) => new(kind, new Uri(_robots.Root, "send?key=secret-key"), "SEC123", plain);

    private WebhookChannel Channel(WebhookKind kind, bool plain = false) => new(Book(Robot(kind, plain)), _services.GetRequiredService<IHttpClientFactory>(), _time);
}
