using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Sms.Aliyun;
using OpinionWatch.Alerts.Channels.Sms.Tencent;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.TestKit.Sms;

namespace OpinionWatch.Alerts.Tests.Channels;

public class CloudSmsChannelTests
{
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["level"] = "特别重大",
        ["late"] = "【补发】",
        ["mark"] = "",
        ["matter"] = "柳溪镇连夜强拆民房，一名老人被埋身亡，村民聚集要求彻查并公开道歉赔偿损失",
        ["place"] = "",
        ["deadline"] = "10:05前报送",
        ["incident"] = "20261124-0001",
    };

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
    public async Task Aliyun_is_given_number_template_and_parts_cut_to_what_a_variable_takes()
    {
        _gateway.Answer = _ => new SmsAnswer { Body = """{"Code":"OK","Message":"OK","BizId":"9006^0","RequestId":"r"}""" };

        var outcome = await AliyunAsync();

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent { GatewayId = "9006^0" }));
        var request = _gateway.Requests.Single();
        var query = QueryOf(request);
        Assert.That((query["PhoneNumbers"], query["SignName"], query["TemplateCode"], query["OutId"]), Is.EqualTo(("13800000000", "示例局", "SMS_1", "a-1@opinionwatch.bureau.test")));
        using var parameters = JsonDocument.Parse(query["TemplateParam"]);
        Assert.That(parameters.RootElement.GetProperty("matter").GetString(), Is.EqualTo("补发：柳溪镇连夜强拆民房，一名老人被埋身亡，…"));
        Assert.That(parameters.RootElement.GetProperty("place").GetString(), Is.EqualTo("无"), "no variable may be empty");
        Assert.That(request.Headers["x-acs-action"], Is.EqualTo("SendSms"));
        Assert.That(request.Headers["Authorization"], Does.StartWith("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acs-action;"));
    }

    [TestCase("""{"Code":"OK","Message":"好\ud83d","BizId":"\ud83d"}""")]
    [TestCase("""{"\udc00":"x","Code":"OK","BizId":"\ud83d\ud83d"}""")]
    public async Task A_sent_message_is_not_called_unfit_settings_for_half_an_emoji_in_the_answer(string answer)
    {
        _gateway.Answer = _ => new SmsAnswer { Body = answer };

        Assert.That(await AliyunAsync(), Is.EqualTo(new SendOutcome.Sent()));
    }

    [Test]
    public async Task What_aliyun_is_sent_is_what_was_signed()
    {
        await AliyunAsync();

        var request = _gateway.Requests.Single();
        var names = request.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        var headers = names.Select(name => KeyValuePair.Create(name, request.Headers[name]));
        Assert.That(AliyunSignature.Sign("POST", "/", QueryOf(request), headers, AliyunSignature.Hash(request.Body.Span), "key", "secret").Authorization, Is.EqualTo(request.Headers["Authorization"]));
    }

    [Test]
    public async Task Tencent_is_given_number_template_and_parts_in_order()
    {
        _gateway.Answer = _ => new SmsAnswer { Body = """{"Response":{"SendStatusSet":[{"SerialNo":"5000:1","PhoneNumber":"+8613800000000","Fee":1,"Code":"Ok"}],"RequestId":"r"}}""" };

        var outcome = await TencentAsync();

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent { GatewayId = "5000:1" }));
        var request = _gateway.Requests.Single();
        using var body = JsonDocument.Parse(request.Text);
        Assert.That(body.RootElement.GetProperty("PhoneNumberSet")[0].GetString(), Is.EqualTo("+8613800000000"));
        Assert.That(body.RootElement.GetProperty("TemplateParamSet").EnumerateArray().Select(v => v.GetString()), Is.EqualTo(new[] { "特别重大", "柳溪镇连夜强拆民房，…", "20261124-0001" }));
        Assert.That((request.Headers["X-TC-Action"], request.Headers["X-TC-Version"]), Is.EqualTo(("SendSms", "2021-01-11")));
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["X-TC-Timestamp"], System.Globalization.CultureInfo.InvariantCulture));
        var headers = new Dictionary<string, string> { ["content-type"] = request.Headers["Content-Type"], ["host"] = request.Headers["Host"], ["x-tc-action"] = "sendsms" };
        Assert.That(TencentSignature.Sign("sms", headers, request.Body.Span, at, "id", "key").Authorization, Is.EqualTo(request.Headers["Authorization"]));
    }

    [TestCase("isv.MOBILE_NUMBER_ILLEGAL", "give up")]
    [TestCase("isv.BUSINESS_LIMIT_CONTROL", "later, the other channel now")]
    [TestCase("isv.AMOUNT_NOT_ENOUGH", "ours, the other channel now")]
    [TestCase("isv.SMS_TEMPLATE_ILLEGAL", "ours, the other channel now")]
    [TestCase("SignatureDoesNotMatch", "ours, the other channel now", 400)]
    [TestCase("InvalidAccessKeyId.NotFound", "ours, the other channel now", 404)]
    [TestCase("Throttling.User", "later", 400)]
    [TestCase("isp.SYSTEM_ERROR", "later")]
    [TestCase("isv.NEVER_HEARD_OF", "later")]
    public async Task An_error_of_aliyun_is_judged_by_its_code(string code, string expected, int status = 200)
    {
        _gateway.Answer = _ => new SmsAnswer { Status = status, Body = $$"""{"Code":"{{code}}","Message":"13800000000 x","RequestId":"r"}""" };

        var outcome = await AliyunAsync();

        Assert.That(Words(outcome), Is.EqualTo(expected));
        Assert.That(outcome.ToString(), Does.Contain(code).And.Not.Contain("13800000000"), "a reason names the code and no number");
    }

    [TestCase("FailedOperation.PhoneNumberInBlacklist", "give up")]
    [TestCase("InvalidParameterValue.IncorrectPhoneNumber", "give up")]
    [TestCase("LimitExceeded.PhoneNumberDailyLimit", "later, the other channel now")]
    [TestCase("LimitExceeded.DeliveryFrequencyLimit", "later")]
    [TestCase("FailedOperation.InsufficientBalanceInSmsPackage", "ours, the other channel now")]
    [TestCase("FailedOperation.TemplateParamSetNotMatchApprovedTemplate", "ours, the other channel now")]
    [TestCase("InternalError.OtherError", "later")]
    [TestCase("Something.New", "later")]
    public async Task An_error_of_tencent_is_judged_by_its_code(string code, string expected)
    {
        _gateway.Answer = _ => new SmsAnswer { Body = $$$"""{"Response":{"SendStatusSet":[{"SerialNo":"","Code":"{{{code}}}","Message":"x"}],"RequestId":"r"}}""" };

        Assert.That(Words(await TencentAsync()), Is.EqualTo(expected));
    }

    [TestCase("AuthFailure.SignatureFailure", "ours, the other channel now")]
    [TestCase("AuthFailure.SignatureExpire", "ours, the other channel now")]
    [TestCase("RequestLimitExceeded", "later")]
    public async Task An_error_of_the_whole_request_to_tencent_is_judged_too(string code, string expected)
    {
        _gateway.Answer = _ => new SmsAnswer { Body = $$$"""{"Response":{"Error":{"Code":"{{{code}}}","Message":"x"},"RequestId":"r"}}""" };

        Assert.That(Words(await TencentAsync()), Is.EqualTo(expected));
    }

    [TestCase("not json", 200, "later")]
    [TestCase("[]", 200, "later")]
    [TestCase("""{"Response":{"SendStatusSet":[]}}""", 200, "later")]
    [TestCase("""{"Response":{"SendStatusSet":[{"Code":["Ok"]}]}}""", 200, "later")]
    [TestCase("", 503, "down")]
    [TestCase("", 302, "down")]
    public async Task An_answer_nobody_can_read_is_no_success(string body, int status, string expected)
    {
        _gateway.Answer = _ => new SmsAnswer { Status = status, Body = body };

        Assert.That(new[] { Words(await TencentAsync()), Words(await AliyunAsync()) }, Is.All.EqualTo(expected));
    }

    [Test]
    public async Task A_test_without_parts_gives_its_text_as_the_matter()
    {
        await AliyunAsync(message => message with { Parts = null, Text = "渠道测试" });

        Assert.That(QueryOf(_gateway.Requests.Single())["TemplateParam"], Does.Contain("\"matter\":\"渠道测试\""));
    }

    private static Dictionary<string, string> QueryOf(SmsRequest request) =>
        request.Path.Split('?')[1].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));

    private static string Words(SendOutcome outcome) => outcome switch
    {
        SendOutcome.GiveUp => "give up",
        SendOutcome.TryLater { ChannelDown: true, OtherNow: true } => "ours, the other channel now",
        SendOutcome.TryLater { ChannelDown: true } => "down",
        SendOutcome.TryLater { OtherNow: true } => "later, the other channel now",
        SendOutcome.TryLater => "later",
        _ => "sent",
    };

    private static TextTemplate Variable(string text) => TextTemplate.Parse(text, MessageParts.ShortNames).Template!;

    private Task<SendOutcome> AliyunAsync(Func<OutgoingMessage, OutgoingMessage>? change = null)
    {
        var options = new AliyunSmsOptions
        {
            AccessKeyId = "key",
            AccessKeySecret = "secret",
            SignName = "示例局",
            Template = "SMS_1",
            Parameters = [new("matter", Variable("{late}{mark}{matter:20}")), new("place", Variable("{place}")), new("id", Variable("{incident}"))],
            Endpoint = _gateway.Root,
        };
        return new AliyunSmsChannel(options, _services.GetRequiredService<IHttpClientFactory>(), TimeProvider.System).SendAsync((change ?? (m => m))(Message()), CancellationToken.None);
    }

    private Task<SendOutcome> TencentAsync()
    {
        var options = new TencentSmsOptions
        {
            SecretId = "id",
            SecretKey = "key",
            AppId = "1400000000",
            SignName = "示例局",
            Template = "1110",
            Parameters = [Variable("{level}"), Variable("{matter:11}"), Variable("{incident}")],
            ParameterLength = 13,
            Endpoint = _gateway.Root,
        };
        return new TencentSmsChannel(options, _services.GetRequiredService<IHttpClientFactory>(), TimeProvider.System).SendAsync(Message(), CancellationToken.None);
    }

    private static OutgoingMessage Message() => Some.Message("13800000000") with { Parts = Parts };
}
