using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>The words of an authority's reply, told by the authority and by those it replied to.</summary>
public sealed class SpeakerTests
{
    [TestCase("国土局下了行政处罚决定书，第二天就把我家老屋推平了，没有补偿，求助", Level.Major)]
    [TestCase("反映过好多次，镇里答复说您反映的问题已收悉。半年过去，房子还是被强拆了，一分钱没给", Level.Major)]
    [TestCase("局里的公告如下：因项目需要征收你组土地。可我们组一百二十户没有一户签字，挖机就进了田，请领导管一管", Level.Major)]
    [TestCase("回复如下：您反映的强占农田问题不属实。可是我家的田明明被砂场占了两亩，到现在没有一个人来看。", Level.General)]
    [TestCase("您提出的诉求已转交国土所，这是第五次收到这句话。我家后山裂缝越来越宽，五户人晚上不敢睡", Level.General)]
    public void A_complaint_that_quotes_the_reply_stays_a_complaint(string text, Level level)
    {
        foreach (var tier in new SourceTier?[] { null, SourceTier.Forum, SourceTier.Social, SourceTier.Municipal })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: tier, kind: DocumentKind.Thread);

            Assert.That((analysis.Level, analysis.Stance), Is.EqualTo((level, Stance.Complaint)), $"{tier}");
        }
    }

    [TestCase(DocumentKind.Reply, SourceTier.Forum, Level.Major, Stance.Complaint, "我收到的也是这几句，感谢您的来信，请您耐心等待。等到今年三月，我家房子被他们强拆了")]
    [TestCase(DocumentKind.Article, SourceTier.SelfMedia, Level.Major, Stance.Exposure, "5月8日，桃江县的刘某收到行政处罚决定书，三天后房子被强拆。刘某称没有任何补偿，多次上访没有结果。")]
    public void Wherever_it_stands(DocumentKind kind, SourceTier tier, Level level, Stance stance, string text)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: tier, kind: kind);

        Assert.That((analysis.Level, analysis.Stance), Is.EqualTo((level, stance)));
    }

    [TestCase(DocumentKind.Reply, "网友您好，您反映的宅基地审批问题已收悉，经核实，您的申请正在按程序办理，感谢您对我局工作的关心。")]
    [TestCase(DocumentKind.Reply, "您好！您反映的房屋被强拆问题收悉。经查，该房屋系未批先建的违法建设，镇政府已依法拆除，不存在强拆行为。感谢您的理解。")]
    [TestCase(DocumentKind.Reply, "您反映的补偿款未到位的问题已收悉，关于您提到的被占田土未补偿一事，我镇正会同国土所核实，预计月底前答复您。")]
    [TestCase(DocumentKind.Reply, "您举报的非法采砂线索已收悉，我局执法人员当天到现场核查，砂船已离开，将加强夜间巡查。")]
    [TestCase(DocumentKind.Article, "现回复如下：该项目征地批文、安置方案均已公示，补偿款已于2月足额发放到户。特此回复。")]
    public void A_reply_itself_is_an_authoritys_on_every_site(DocumentKind kind, string text)
    {
        foreach (var tier in new SourceTier?[] { null, SourceTier.Forum, SourceTier.Portal, SourceTier.Municipal, SourceTier.Official })
        {
            var analysis = Shipped.Analyze(text, kind == DocumentKind.Reply ? "我家房子被拆，求助" : null, "益阳", tier, kind);

            Assert.That((analysis.Level, analysis.Stance), Is.EqualTo((Level.Watch, Stance.Neutral)), $"{tier}");
        }
    }
}
