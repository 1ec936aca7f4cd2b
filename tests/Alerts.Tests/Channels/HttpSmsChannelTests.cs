using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Sms;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;

namespace OpinionWatch.Alerts.Tests.Channels;

public class HttpSmsChannelTests
{
    private const string Hostile = "他说\"强拆\\\"\r\n{to}&a=1<b>％%41";
    private ServiceProvider _services = null!;
    private LoopbackSmsGateway _gateway = null!;

    [SetUp]
    public async Task Start()
    {
        _services = new ServiceCollection().AddLogging().AddAlerts().BuildServiceProvider();
        _gateway = await LoopbackSmsGateway.StartAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _gateway.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Test]
    public async Task Values_stay_values_in_a_json_body()
    {
        var outcome = await SendAsync(Some.Sms(_gateway) with { Headers = new Dictionary<string, string> { ["X-Key"] = "k" } });

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent()));
        var request = _gateway.Requests.Single();
        using var body = JsonDocument.Parse(request.Text);
        Assert.That(body.RootElement.GetProperty("text").GetString(), Is.EqualTo(Hostile));
        Assert.That(body.RootElement.GetProperty("to").GetString(), Is.EqualTo("13800000000"));
        Assert.That((request.Headers["X-Key"], request.Headers["Content-Type"]), Is.EqualTo(("k", "application/json; charset=utf-8")));
    }

    [Test]
    public async Task Values_stay_values_in_a_form_and_in_an_address()
    {
        await SendAsync(Some.Sms(_gateway) with
        {
            Url = _gateway.Root + "send?to={to}&text={text}",
            Body = "to={to}&text={text}&id={id}",
            ContentType = "application/x-www-form-urlencoded",
        });

        var request = _gateway.Requests.Single();
        Assert.That(Form(request.Text), Is.EqualTo(new[] { "to=13800000000", "text=" + Hostile, "id=a-1@opinionwatch.bureau.test" }));
        Assert.That(Form(request.Path.Split('?')[1])[1], Is.EqualTo("text=" + Hostile));
    }

    [Test]
    public async Task A_form_is_encoded_in_the_charset_it_names()
    {
        await SendAsync(Some.Sms(_gateway) with { Body = "text={text}", ContentType = "application/x-www-form-urlencoded; charset=gbk" }, "强拆");

        Assert.That(_gateway.Requests.Single().Text, Is.EqualTo("text=%C7%BF%B2%F0"));
    }

    [Test]
    public async Task Values_stay_values_in_xml()
    {
        await SendAsync(Some.Sms(_gateway) with { Body = "<sms><text>{text}</text></sms>", ContentType = "text/xml; charset=utf-8" });

        Assert.That(XDocument.Parse(_gateway.Requests.Single().Text).Root!.Value, Is.EqualTo(Hostile.ReplaceLineEndings("\n")));
    }

    [TestCase(500, typeof(SendOutcome.TryLater))]
    [TestCase(503, typeof(SendOutcome.TryLater))]
    [TestCase(429, typeof(SendOutcome.TryLater))]
    [TestCase(408, typeof(SendOutcome.TryLater))]
    [TestCase(302, typeof(SendOutcome.TryLater))]
    [TestCase(400, typeof(SendOutcome.GiveUp))]
    [TestCase(403, typeof(SendOutcome.GiveUp))]
    public async Task An_answer_is_judged_by_its_status(int status, Type expected)
    {
        _gateway.Answer = _ => new SmsAnswer { Status = status, Headers = [("Location", "/elsewhere")] };

        var outcome = await SendAsync(Some.Sms(_gateway));

        Assert.That(outcome, Is.InstanceOf(expected));
        Assert.That(_gateway.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_pause_the_gateway_asks_for_is_handed_on()
    {
        _gateway.Answer = _ => new SmsAnswer { Status = 429, Headers = [("Retry-After", "40")] };

        var outcome = await SendAsync(Some.Sms(_gateway));

        Assert.That((outcome as SendOutcome.TryLater)?.After, Is.EqualTo(TimeSpan.FromSeconds(40)));
    }

    [TestCase(0, Level.Major, typeof(SendOutcome.TryLater))]
    [TestCase(3, Level.Major, typeof(SendOutcome.TryLater))]
    [TestCase(4, Level.Major, typeof(SendOutcome.GiveUp))]
    [TestCase(0, Level.Critical, typeof(SendOutcome.TryLater))]
    [TestCase(400, Level.Critical, typeof(SendOutcome.TryLater))]
    public async Task Two_hundred_with_an_error_is_no_success_and_ends_nothing_critical(int attempts, Level level, Type expected)
    {
        _gateway.Answer = _ => new SmsAnswer { Body = """{"code": 17, "msg": "no balance"}""" };

        var outcome = await SendAsync(Some.Sms(_gateway), attempts: attempts, level: level);

        Assert.That(outcome, Is.InstanceOf(expected));
    }

    [Test]
    public async Task An_answer_without_an_end_is_read_only_at_its_start()
    {
        _gateway.Answer = _ => new SmsAnswer { Body = new string('x', 10_000), Endless = true };

        var outcome = await SendAsync(Some.Sms(_gateway));

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>());
    }

    [Test]
    public async Task A_pattern_that_never_ends_is_cut_off()
    {
        _gateway.Answer = _ => new SmsAnswer { Body = new string('a', 40) + "!" };

        var outcome = await SendAsync(Some.Sms(_gateway) with { Success = "^(a+)+$" });

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>());
    }

    [Test]
    public async Task A_silent_gateway_and_one_that_cuts_the_line_are_down()
    {
        _gateway.Answer = _ => new SmsAnswer { Silent = true };
        var silent = await SendAsync(Some.Sms(_gateway) with { Timeout = TimeSpan.FromMilliseconds(300) });
        _gateway.Answer = _ => new SmsAnswer { Drop = true };
        var cut = await SendAsync(Some.Sms(_gateway));

        Assert.That(new[] { silent, cut }, Is.All.InstanceOf<SendOutcome.TryLater>().And.All.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
    }

    private static string[] Form(string encoded) => [.. encoded.Split('&').Select(pair => Encoding.UTF8.GetString(System.Net.WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(pair), 0, pair.Length)!))];

    private Task<SendOutcome> SendAsync(HttpSmsOptions options, string text = Hostile, int attempts = 0, Level level = Level.Critical)
    {
        var channel = new HttpSmsChannel(options, _services.GetRequiredService<IHttpClientFactory>(), TimeProvider.System);
        return channel.SendAsync(Some.Message("13800000000") with { Text = text, Attempts = attempts, Level = level }, CancellationToken.None);
    }
}
