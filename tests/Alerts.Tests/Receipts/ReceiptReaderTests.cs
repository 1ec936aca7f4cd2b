using OpinionWatch.Alerts.Receipts;

namespace OpinionWatch.Alerts.Tests.Receipts;

public class ReceiptReaderTests
{
    private static readonly AliyunSmsOptions Aliyun = new() { AccessKeyId = "i", AccessKeySecret = "s", SignName = "局", Template = "T", Parameters = [] };
    private static readonly TencentSmsOptions Tencent = new() { SecretId = "i", SecretKey = "k", AppId = "1", SignName = "局", Template = "1", Parameters = [] };
    private static readonly HttpSmsOptions Own = new() { Url = "http://a/", Receipts = new ReceiptOptions { Token = "t", State = "st", Delivered = ["1"], Failed = ["2", "16"] } };

    [Test]
    public void A_receipt_of_aliyun_is_read()
    {
        var receipts = ReceiptReader.Receipts(Aliyun, Rows("""
            [{"phone_number":"1","success":true,"err_code":"DELIVERED","out_id":"a@x","biz_id":"9^0"},
             {"phone_number":"2","success":false,"err_code":"MOBILE_NOT_ON_SERVICE","out_id":"","biz_id":"9^1"}]
            """));

        Assert.That(receipts, Is.EqualTo(new[] { new Receipt("a@x", true, "DELIVERED"), new Receipt("9^1", false, "MOBILE_NOT_ON_SERVICE") }));
    }

    [Test]
    public void A_receipt_and_a_reply_of_tencent_are_read()
    {
        Assert.That(ReceiptReader.Receipts(Tencent, Rows("""[{"mobile":"1","report_status":"FAIL","errmsg":"UNDELIV","sid":"5000:1"}]""")), Is.EqualTo(new[] { new Receipt("5000:1", false, "UNDELIV") }));
        Assert.That(ReceiptReader.Replies(Tencent, Rows("""{"extend":"","mobile":"13800000000","nationcode":"86","sign":"局","text":"签收","time":1}""")), Is.EqualTo(new[] { new SmsReply("13800000000", "签收") }));
    }

    [TestCase("1", true)]
    [TestCase("16", false)]
    [TestCase("8", null)]
    public void A_receipt_of_ones_own_gateway_is_read_by_the_names_and_states_configured(string state, bool? delivered)
    {
        var rows = ReceiptReader.Rows([new("id", "a@x"), new("st", state)], "")!;

        Assert.That(ReceiptReader.Receipts(Own, rows).Select(r => (bool?)r.Delivered).FirstOrDefault(), Is.EqualTo(delivered));
    }

    [TestCase("not json")]
    [TestCase("[1,[],null]")]
    [TestCase("[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [TestCase("""[{"out_id":{"a":1},"success":"yes"}]""")]
    public void What_cannot_be_read_is_left_out(string body)
    {
        Assert.That(ReceiptReader.Receipts(Aliyun, Rows(body)), Is.Empty);
        Assert.That(ReceiptReader.Replies(Aliyun, Rows(body)), Is.Empty);
    }

    [Test]
    public void Half_an_emoji_in_one_row_loses_that_row_and_no_other()
    {
        const string body = """
            [{"phone_number":"13900000000","content":"好\ud83d","out_id":"\ud83d","success":true},
             {"phone_number":"13900000001","\udc00":"x","content":"收到"},
             {"phone_number":"13800000000","content":"签收","out_id":"a@x","success":true}]
            """;

        Assert.That(ReceiptReader.Replies(Aliyun, Rows(body)), Is.EqualTo(new[] { new SmsReply("13800000000", "签收") }));
        Assert.That(ReceiptReader.Receipts(Aliyun, Rows(body)), Is.EqualTo(new[] { new Receipt("a@x", true, "") }));
    }

    [Test]
    public void More_entries_than_are_read_are_not_taken_for_all()
    {
        var body = "[" + string.Join(',', Enumerable.Repeat("""{"out_id":"a@x","success":true}""", ReceiptReader.Most + 1)) + "]";

        Assert.That(ReceiptReader.Rows([], body), Is.Null);
    }

    [Test]
    public void When_a_reply_was_sent_and_what_it_is_called_is_read_as_each_gateway_writes_it()
    {
        var nine = new DateTimeOffset(2026, 11, 24, 1, 5, 0, TimeSpan.Zero);

        Assert.That(ReceiptReader.Replies(Aliyun, Rows("""[{"phone_number":"1","content":"签收","send_time":"2026-11-24 09:05:00","sequence_id":77}]""")), Is.EqualTo(new[] { new SmsReply("1", "签收", nine, "77") }));
        Assert.That(ReceiptReader.Replies(Tencent, Rows($$"""{"mobile":"1","text":"签收","time":{{nine.ToUnixTimeSeconds()}}}""")), Is.EqualTo(new[] { new SmsReply("1", "签收", nine) }));
    }

    [TestCase("1795482300", true)]
    [TestCase("1795482300000", true)]
    [TestCase("2026-11-24 09:05:00", true)]
    [TestCase("20261124090500", true)]
    [TestCase("2026-11-24T09:05:00+08:00", true)]
    [TestCase("2026-11-24T01:05:00Z", true)]
    [TestCase("yesterday", false)]
    [TestCase("0", false)]
    [TestCase("99999999999999999999", false)]
    [TestCase("0001-01-01 00:00:00", false)]
    public void The_time_of_ones_own_gateway_is_read_in_the_forms_gateways_use(string time, bool isRead)
    {
        var rows = ReceiptReader.Rows([new("from", "1"), new("text", "签收"), new("time", time)], "")!;

        Assert.That(ReceiptReader.Replies(Own, rows).Single().At, Is.EqualTo(isRead ? Some.Now : (DateTimeOffset?)null));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string body) => ReceiptReader.Rows([], body)!;
}
