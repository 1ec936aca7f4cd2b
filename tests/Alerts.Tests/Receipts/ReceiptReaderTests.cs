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
        var rows = ReceiptReader.Rows([new("id", "a@x"), new("st", state)], "");

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

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string body) => ReceiptReader.Rows([], body);
}
