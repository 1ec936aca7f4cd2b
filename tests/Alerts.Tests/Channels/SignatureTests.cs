using System.Text;
using OpinionWatch.Alerts.Channels.Sms.Aliyun;
using OpinionWatch.Alerts.Channels.Sms.Tencent;
using OpinionWatch.Alerts.Channels.Webhook;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Channels;

/// <summary>Signatures against the examples their makers publish.</summary>
public class SignatureTests
{
    [Test]
    public void The_published_example_of_aliyun_is_signed_as_published()
    {
        var query = new Dictionary<string, string> { ["RegionId"] = "cn-shanghai", ["ImageId"] = "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd" };
        var headers = new Dictionary<string, string>
        {
            ["x-acs-version"] = "2014-05-26",
            ["host"] = "ecs.cn-shanghai.aliyuncs.com",
            ["x-acs-action"] = "RunInstances",
            ["x-acs-content-sha256"] = AliyunSignature.Hash([]),
            ["x-acs-date"] = "2023-10-26T10:22:32Z",
            ["x-acs-signature-nonce"] = "3156853299f313e23d1673dc12e1703d",
        };

        var signed = AliyunSignature.Sign("POST", "/", query, headers, AliyunSignature.Hash([]), "YourAccessKeyId", "YourAccessKeySecret");

        Assert.That(signed.CanonicalHash, Is.EqualTo("7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259"));
        Assert.That(signed.Signature, Is.EqualTo("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
        Assert.That(signed.Authorization, Is.EqualTo(
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
    }

    [TestCase(false, "5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031", "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168")]
    [TestCase(true, "7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84", null)]
    public void The_published_example_of_tencent_is_signed_as_published(bool withAction, string canonical, string? signature)
    {
        var body = Encoding.UTF8.GetBytes("""{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}""");
        var headers = new Dictionary<string, string> { ["host"] = "cvm.tencentcloudapi.com", ["content-type"] = "application/json; charset=utf-8" };
        if (withAction)
        {
            headers["x-tc-action"] = "describeinstances";
        }

        var signed = TencentSignature.Sign("cvm", headers, body, DateTimeOffset.FromUnixTimeSeconds(1551113065), "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");

        Assert.That(TencentSignature.Hash(body), Is.EqualTo("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064"));
        Assert.That(signed.CanonicalHash, Is.EqualTo(canonical));
        Assert.That(signature ?? signed.Signature, Is.EqualTo(signed.Signature));
        Assert.That(signed.Authorization, Does.StartWith("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host"));
    }

    [Test]
    public void A_dingtalk_robot_is_signed_in_its_address_and_a_feishu_robot_in_the_body()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

        var address = WebhookPayload.Address(new WebhookRobot(WebhookKind.DingTalk, new Uri("https://robot.test/send?access_token=t"), "SECabc"), at);
        var body = Encoding.UTF8.GetString(WebhookPayload.Body(new WebhookRobot(WebhookKind.Feishu, new Uri("https://robot.test/hook/x"), "SECabc"), "题", "文", at));

        // Computed apart from the program: python3 -c 'import hmac,base64,hashlib; …'.
        Assert.That(address.Query, Is.EqualTo("?access_token=t&timestamp=1700000000000&sign=jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM%3D"));
        Assert.That(body, Does.StartWith("""{"timestamp":"1700000000","sign":"XprR1de+0SSBnwWyU/4k6x2TL+Q2SJlM5NNEdAv7MWg=","msg_type":"interactive","""));
    }
}
