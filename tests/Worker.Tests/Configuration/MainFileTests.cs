using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class MainFileTests
{
    private const string Mail = "mail: { from: 监测 <watch@bureau.test>, pickup: ./data/outgoing }\n";

    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_small_folder_is_good_and_everything_else_has_its_default()
    {
        var configuration = _folder.Good();

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Organisation, Is.EqualTo("示例局"));
            Assert.That(configuration.TimeZone.BaseUtcOffset, Is.EqualTo(TimeSpan.FromHours(8)));
            Assert.That(configuration.DataFolder, Is.EqualTo(Path.Combine(_folder.Root, "data")));
            Assert.That(configuration.Store.Kind, Is.EqualTo(StoreKind.LiteDb));
            Assert.That(configuration.Console.Listen, Is.EqualTo(new[] { "http://127.0.0.1:8650" }));
            Assert.That(configuration.Console.ApiTokens, Is.Empty);
            Assert.That(configuration.Crawling.Delay, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(configuration.Logs, Is.EqualTo(new LogOptions(Path.Combine(_folder.Root, "data", "logs"), 20_000_000, 14)));
            Assert.That(configuration.Alerts.Mail!.Pickup, Is.EqualTo(Path.Combine(_folder.Root, "data", "outgoing")));
            Assert.That(configuration.Alerts.Sms, Is.Null);
            Assert.That(configuration.Version, Has.Length.EqualTo(16));
        });
    }

    [Test]
    public void Every_key_of_the_contract_is_read()
    {
        _folder.Environment["KEY"] = "s3cret";
        _folder.Environment["TOKEN"] = "0123456789abcdef";
        _folder.Write("opinionwatch.yaml", """
            organisation: 益阳市自然资源和规划局
            timeZone: Asia/Shanghai
            data: ./store
            store: { kind: litedb }
            console: { listen: "http://127.0.0.1:9000", apiTokens: ["${env:TOKEN}"] }
            fetch:
              userAgent: "OpinionWatch/1.0 (+https://bureau.test/about)"
              delay: 0s
              allowAddresses: ["127.0.0.1/8", "fd00::/8", "10.1.2.3"]
            mail:
              from: 舆情监测 <watch@bureau.test>
              host: smtp.bureau.test
              port: 587
              security: starttls
              user: watch
              password: "${env:KEY}"
              fallbackAfter: 5m
            sms: { gateway: http, url: "http://127.0.0.1:13013/send", method: POST, contentType: "application/json; charset=utf-8",
                   headers: { X-Key: "${env:KEY}" }, body: '{"to":"{to}","text":"{text}","id":"{id}"}', success: '"code": *0', timeout: 5s }
            digest: { daily: "08:00", to: [officer] }
            logs: { folder: ./store/log, eachBytes: 100000, keep: 3 }
            """);

        var configuration = _folder.Good();

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Store, Is.EqualTo(new StoreOptions()));
            Assert.That(configuration.Console.Address, Is.EqualTo(new Uri("http://127.0.0.1:9000")));
            Assert.That(configuration.Console.ApiTokens, Is.EqualTo(new[] { "0123456789abcdef" }));
            Assert.That(configuration.Crawling.Delay, Is.EqualTo(TimeSpan.Zero));
            Assert.That(configuration.Crawling.AllowAddresses, Is.EqualTo(new[] { "127.0.0.0/8", "fd00::/8", "10.1.2.3/32" }));
            Assert.That(configuration.Alerts.Mail, Is.EqualTo(new MailOptions
            {
                From = "舆情监测 <watch@bureau.test>",
                Host = "smtp.bureau.test",
                Port = 587,
                Security = MailSecurity.StartTls,
                User = "watch",
                Password = "s3cret",
                FallbackAfter = TimeSpan.FromMinutes(5),
            }));
            Assert.That(((HttpSmsOptions)configuration.Alerts.Sms!).Headers["x-key"], Is.EqualTo("s3cret"));
            Assert.That(configuration.Alerts.Sms!.Timeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(configuration.Alerts.Digest.Daily, Is.EqualTo(new TimeOnly(8, 0)));
            Assert.That(configuration.Alerts.Digest.To, Is.EqualTo(new[] { "officer" }));
            Assert.That(configuration.Logs, Is.EqualTo(new LogOptions(Path.Combine(_folder.Root, "store", "log"), 100_000, 3)));
        });
    }

    [Test]
    public void What_lies_in_the_data_folder_moves_with_the_command_line()
    {
        var elsewhere = Path.Combine(_folder.Root, "elsewhere");

        var configuration = _folder.Read(elsewhere).Configuration!;

        Assert.That(configuration.DataFolder, Is.EqualTo(elsewhere));
        Assert.That(configuration.Alerts.Mail!.Pickup, Is.EqualTo(Path.Combine(elsewhere, "outgoing")));
        Assert.That(configuration.Logs.Folder, Is.EqualTo(Path.Combine(elsewhere, "logs")));
    }

    [TestCase("organization: x", "opinionwatch.yaml:1:1: error: unknown key 'organization'; did you mean 'organisation'?; allowed: organisation, timeZone")]
    [TestCase("fetch: { delya: 1s }", "opinionwatch.yaml:1:10: error: unknown key 'delya' in fetch; did you mean 'delay'?; allowed: userAgent, delay")]
    [TestCase("fetch: { delay: 1 s }", "opinionwatch.yaml:1:17: error: fetch.delay: '1 s' is no duration from 0s to 1h; write a whole number with s, m, h or d")]
    [TestCase("fetch: { proxy: 10.0.0.8:3128 }", "opinionwatch.yaml:1:17: error: fetch.proxy: is no address of a proxy")]
    [TestCase("fetch: { proxy: 'http://a.test/x' }", "opinionwatch.yaml:1:17: error: fetch.proxy: is no address of a proxy")]
    [TestCase("fetch: { delay: -1s }", "opinionwatch.yaml:1:17: error: fetch.delay: '-1s' is no duration")]
    [TestCase("fetch: { delay: 99999999d }", "opinionwatch.yaml:1:17: error: fetch.delay: '99999999d' is no duration")]
    [TestCase("fetch: { allowAddresses: [10.0.0.0/33] }", "opinionwatch.yaml:1:27: error: fetch.allowAddresses: '10.0.0.0/33' is no address range")]
    [TestCase("fetch: { allowAddresses: 10.0.0.0/8 }", "opinionwatch.yaml:1:26: error: fetch.allowAddresses is a list")]
    [TestCase("fetch: [1]", "opinionwatch.yaml:1:8: error: fetch holds keys with values (userAgent, delay")]
    [TestCase("fetch: { maxRedirects: 3.5 }", "opinionwatch.yaml:1:24: error: fetch.maxRedirects: '3.5' is no whole number from 0 to 20")]
    [TestCase("fetch: { userAgent: \"a\\r\\nX: y\" }", "opinionwatch.yaml:1:21: error: fetch.userAgent: is up to 300 ASCII characters")]
    [TestCase("organisation: [a]", "opinionwatch.yaml:1:15: error: organisation is a single value, not a list")]
    [TestCase("timeZone: Asia/Yiyang", "opinionwatch.yaml:1:11: error: timeZone: no zone 'Asia/Yiyang'")]
    [TestCase("timeZone: ../../etc/passwd", "opinionwatch.yaml:1:11: error: timeZone: no zone")]
    [TestCase("store: { kind: litdb }", "opinionwatch.yaml:1:16: error: store.kind: 'litdb' is not known; did you mean 'litedb'?; allowed: litedb, postgres")]
    [TestCase("store: { kind: postgres }", "opinionwatch.yaml:1:8: error: store.connection is missing")]
    [TestCase("console: { listen: 127.0.0.1:8650 }", "opinionwatch.yaml:1:20: error: console.listen: '127.0.0.1:8650' is no address to listen on")]
    [TestCase("console: { listen: \"https://0.0.0.0:8650\" }", "opinionwatch.yaml:1:20: error: console.listen:")]
    [TestCase("console: { apiTokens: [\"a b\"] }", "opinionwatch.yaml:1:24: error: console.apiTokens: a token is made of visible ASCII")]
    [TestCase("mail: { from: x@y.test }", "opinionwatch.yaml:1:7: error: mail: neither host nor pickup is given")]
    [TestCase("mail: { from: x@y.test, host: a.test, pickup: ./b }", "opinionwatch.yaml:1:39: error: mail: both host and pickup are given")]
    [TestCase("mail: { from: x@y.test, pickup: ./b, port: 25 }", "opinionwatch.yaml:1:38: error: mail.port: belongs to host:")]
    [TestCase("mail: { from: x@y.test, host: 'smtp://a.test' }", "opinionwatch.yaml:1:31: error: mail.host: 'smtp://a.test' is no name")]
    [TestCase("mail: { from: nobody, pickup: ./b }", "opinionwatch.yaml:1:15: error: mail.from: 'nobody' is no sender")]
    [TestCase("mail: { pickup: ./b }", "opinionwatch.yaml:1:7: error: mail.from is missing")]
    [TestCase("mail: { from: x@y.test, host: a.test, security: ssl }", "opinionwatch.yaml:1:49: error: mail.security: 'ssl' is not known; allowed: none, starttls, tls")]
    [TestCase("mail: { from: x@y.test, host: a.test, port: 70000 }", "opinionwatch.yaml:1:45: error: mail.port: '70000' is no whole number from 1 to 65535")]
    [TestCase("sms: { gateway: aliyun }", "opinionwatch.yaml:1:6: error: sms.accessKeyId is missing: gateway: aliyun needs an AccessKey")]
    [TestCase("sms: { gateway: tencent }", "opinionwatch.yaml:1:6: error: sms.appId is missing: the SmsSdkAppId")]
    [TestCase("sms: { gateway: aliyun, url: 'http://a/' }", "opinionwatch.yaml:1:25: error: sms.url: does not belong to gateway: aliyun; its keys: gateway, timeout, fallbackAfter, receipts, receiptWithin, accessKeyId")]
    [TestCase("sms: { gateway: aliyun, signName: 【示例局】 }", "opinionwatch.yaml:1:35: error: sms.signName: is written without 【】")]
    [TestCase("sms: { gateway: aliyun, parameters: { m: '一{mater}' } }", "opinionwatch.yaml:1:44: error: sms.parameters.m: 'mater' is not known; allowed: level, late")]
    [TestCase("sms: { gateway: aliyun, parameters: ['{matter}'] }", "opinionwatch.yaml:1:37: error: sms.parameters: holds the template's variables")]
    [TestCase("sms: { gateway: aliyun, endpoint: 'https://a.test/x' }", "opinionwatch.yaml:1:35: error: sms.endpoint: 'https://a.test/x' holds more than a host")]
    [TestCase("sms: { gateway: tencent, appId: 14a }", "opinionwatch.yaml:1:33: error: sms.appId: '14a' holds more than digits")]
    [TestCase("sms: { gateway: tencent, parameters: ['{summary}'] }", "opinionwatch.yaml:1:40: error: sms.parameters[1]: 'summary' is not known")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', receiptWithin: 5m }", "opinionwatch.yaml:1:66: error: sms.receiptWithin: needs receipts")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', receipts: { token: short } }", "opinionwatch.yaml:1:70: error: sms.receipts.token: is made of letters")]
    [TestCase("sms: { gateway: tencent, receipts: { token: abcdefghijklmnop, state: st } }", "opinionwatch.yaml:1:63: error: sms.receipts.state: belongs to gateway: http")]
    [TestCase("sms: { gateway: http }", "opinionwatch.yaml:1:6: error: sms.url is missing")]
    [TestCase("sms: { gateway: http, url: 'ftp://a/{to}{text}' }", "opinionwatch.yaml:1:28: error: sms.url: is no address")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', success: '(' }", "opinionwatch.yaml:1:60: error: sms.success: is no regular expression")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}' }", "opinionwatch.yaml:1:28: error: sms.url: neither url nor body holds {text}: the message would say nothing")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', headers: { X: 中 } }", "opinionwatch.yaml:1:65: error: sms.headers.X: the value is plain ASCII")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', headers: { content-length: 1 } }", "opinionwatch.yaml:1:62: error: sms.headers: 'content-length' is set by what is sent")]
    [TestCase("sms: { gateway: http, url: 'http://a/{to}{text}', headers: { 'X Y': 1 } }", "opinionwatch.yaml:1:62: error: sms.headers: 'X Y' is no name of a header")]
    [TestCase("digest: { daily: 8am }", "opinionwatch.yaml:1:18: error: digest.daily: '8am' is no time of day")]
    [TestCase("digest: { daily: \"24:00\" }", "opinionwatch.yaml:1:18: error: digest.daily: '24:00' is no time of day")]
    [TestCase("digest: { daily: \"08:00\", to: [offcer] }", "opinionwatch.yaml:1:32: error: there is no contact or group 'offcer' in contacts.yaml; did you mean 'officer'?; known: officer")]
    [TestCase("logs: { eachBytes: 20MB }", "opinionwatch.yaml:1:20: error: logs.eachBytes: '20MB' is no whole number")]
    [TestCase("data: a\ndata: b", "opinionwatch.yaml:2:1: error: the key 'data' stands here twice (first in line 1)")]
    public void A_fault_names_its_place_and_what_is_allowed(string text, string fault)
    {
        _folder.Write("opinionwatch.yaml", text);

        var faults = _folder.Faults();

        Assert.That(faults, Has.Some.StartsWith(fault));
        Assert.That(_folder.Read().Configuration, Is.Null);
    }

    [TestCase("{}")]
    [TestCase("{ id: '{incident}' }")]
    [TestCase("{ matter: '{?matter}有{/}' }")]
    [TestCase("{ matter: '{?late}{matter}{/}' }")]
    public void A_cloud_gateway_whose_variables_do_not_say_the_matter_is_warned_of(string parameters)
    {
        _folder.Write("opinionwatch.yaml", Mail + $"sms: {{ gateway: aliyun, accessKeyId: id, accessKeySecret: s, signName: 示例局, template: SMS_1, parameters: {parameters} }}\n");

        Assert.That(_folder.Faults(), Has.Some.Contains("warning: sms.parameters: no variable always holds {matter}"));
        Assert.That(_folder.Read().Configuration, Is.Not.Null);
    }

    [Test]
    public void A_cloud_gateway_is_read_with_its_template_and_what_goes_into_it()
    {
        _folder.Environment["SECRET"] = "hunter2";
        _folder.Write("opinionwatch.yaml", Mail + """
            sms: { gateway: aliyun, accessKeyId: id, accessKeySecret: "${env:SECRET}", signName: 示例局, template: SMS_1,
                   parameters: { matter: "{mark}{matter:20}", id: "{incident}" }, parameterLength: 30, timeout: 5s, fallbackAfter: 1m }
            """);
        var aliyun = (AliyunSmsOptions)_folder.Good().Alerts.Sms!;
        _folder.Write("opinionwatch.yaml", Mail + """
            sms: { gateway: tencent, secretId: id, secretKey: "${env:SECRET}", appId: "1400000000", signName: 示例局, template: "12",
                   parameters: ["{level}", "{matter:12}"], endpoint: "http://127.0.0.1:8080", region: ap-beijing }
            """);
        var tencent = (TencentSmsOptions)_folder.Good().Alerts.Sms!;

        Assert.Multiple(() =>
        {
            Assert.That((aliyun.AccessKeySecret, aliyun.SignName, aliyun.Template, aliyun.ParameterLength), Is.EqualTo(("hunter2", "示例局", "SMS_1", 30)));
            Assert.That(aliyun.Parameters.Select(p => $"{p.Key}={p.Value}"), Is.EqualTo(new[] { "matter={mark}{matter:20}", "id={incident}" }));
            Assert.That((aliyun.Timeout, aliyun.FallbackAfter, aliyun.Endpoint), Is.EqualTo((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), AliyunSmsOptions.StandardEndpoint)));
            Assert.That((tencent.SecretKey, tencent.AppId, tencent.Region, tencent.Endpoint), Is.EqualTo(("hunter2", "1400000000", "ap-beijing", new Uri("http://127.0.0.1:8080"))));
            Assert.That(tencent.Parameters.Select(p => p.ToString()), Is.EqualTo(new[] { "{level}", "{matter:12}" }));
            Assert.That($"{aliyun}{tencent}", Does.Not.Contain("hunter2"));
        });
    }

    [Test]
    public void A_missing_secret_is_named_and_no_secret_is_ever_shown()
    {
        _folder.Environment["PORT"] = "hunter2";
        _folder.Write("opinionwatch.yaml", "mail: { from: x@y.test, host: a.test, port: \"${env:PORT}\", user: u, password: \"${env:NOT_SET}\" }\n");

        var faults = string.Join('\n', _folder.Faults());

        Assert.That(faults, Does.Contain("mail.password: the environment variable NOT_SET is not set"));
        Assert.That(faults, Does.Contain("mail.port: '${env:PORT}' is no whole number"));
        Assert.That(faults, Does.Not.Contain("hunter2"));
    }

    [Test]
    public void A_secret_may_stand_in_a_file()
    {
        _folder.Write("password.txt", "geheim\r\n");
        _folder.Write("opinionwatch.yaml", "mail: { from: x@y.test, host: a.test, user: u, password: \"pre-${file:password.txt}\" }\n");

        var reading = _folder.Read();

        Assert.That(reading.Configuration!.Alerts.Mail!.Password, Is.EqualTo("pre-geheim"));
        Assert.That(reading.SecretFiles, Is.EqualTo(new[] { Path.Combine(_folder.Path, "password.txt") }));
    }

    [TestCase("${file:nowhere.txt}", "the file nowhere.txt cannot be read")]
    [TestCase("${ENV:X}", "'ENV' is no place for secrets; allowed: ${env:NAME}, ${file:PATH}")]
    [TestCase("${env:}", "${env:NAME} needs the name")]
    [TestCase("${env:X", "a secret is written ${env:NAME} or ${file:PATH}")]
    public void A_secret_that_cannot_be_found_is_a_fault(string text, string fault)
    {
        _folder.Write("opinionwatch.yaml", $"organisation: '{text}'\n");

        Assert.That(_folder.Faults(), Has.Some.StartsWith($"opinionwatch.yaml:1:15: error: organisation: {fault}"));
    }

    [Test]
    public void An_api_token_that_is_not_set_is_a_warning_and_lets_nobody_in()
    {
        _folder.Write("opinionwatch.yaml", "console: { apiTokens: [\"${env:OPINIONWATCH_API_TOKEN}\"], address: 'http://console.bureau.test' }\n" + Mail);
        _folder.Complete();

        Assert.That(_folder.Faults(), Is.EqualTo(new[] { "opinionwatch.yaml:1:24: warning: console.apiTokens: the environment variable OPINIONWATCH_API_TOKEN is not set; no call of the API is let in by this token" }));
        Assert.That(_folder.Good().Console.ApiTokens, Is.Empty);
    }

    [Test]
    public void Secrets_are_in_no_text_form_of_the_options()
    {
        _folder.Environment["KEY"] = "hunter2hunter2hunter2";
        _folder.Write("opinionwatch.yaml", "console: { apiTokens: [\"${env:KEY}\"] }\nmail: { from: x@y.test, host: a.test, user: u, password: \"${env:KEY}\" }\n");

        var configuration = _folder.Good();

        Assert.That($"{configuration} {new StoreOptions { Connection = "hunter2" }} {configuration.Console} {configuration.Alerts} {configuration.Alerts.Mail}", Does.Not.Contain("hunter2"));
    }
}
