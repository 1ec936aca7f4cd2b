using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>What an authority tells of its own work.</summary>
public sealed class OwnAccountTests
{
    [TestCase("桃江县灰山港镇发生山体滑坡，已紧急转移群众86人，抢险救援工作有序推进", Level.Major)]
    [TestCase("安化县开展拆违行动，数名村民持刀砍向执法人员，公安机关依法处置", Level.Critical)]
    [TestCase("安化县平口镇一锑矿发生冒顶事故，两人被困井下，救援工作有序推进", Level.Critical)]
    [TestCase("桃江县发布地质灾害预警，要求发现险情及时转移撤离群众", Level.Watch)]
    [TestCase("安化县组织地质灾害应急演练，紧急转移群众120人，演练圆满完成", Level.Watch)]
    [TestCase("赫山区检查组查看矿山边坡和撤离路线，要求落实安全责任", Level.Watch)]
    public void Harm_to_people_counts_and_prevention_does_not(string text, Level level)
    {
        foreach (var tier in new[] { SourceTier.Official, SourceTier.County, SourceTier.Municipal })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

            Assert.That(analysis.Level, Is.EqualTo(level), $"{tier}");
        }
    }

    [TestCase("益阳市国有建设用地使用权挂牌出让公告", "经批准，我局决定以挂牌方式出让一宗国有建设用地使用权，竞买人可提出申请。", DocumentKind.Page)]
    [TestCase("关于调整征地补偿标准的通知", "根据省政府有关规定，现将调整后的征地补偿标准予以公布，请认真组织实施。", DocumentKind.Page)]
    [TestCase(null, "您反映的宅基地审批问题已收悉，经核实，您的申请正在按程序办理。", DocumentKind.Reply)]
    [TestCase("安化县国土资源局原股长被双开", "经查，其利用职务便利在采矿权延续中收受矿山企业财物，日前被开除党籍、开除公职。", DocumentKind.Page)]
    public void Notices_replies_and_news_of_harm_are_neutral(string? title, string text, DocumentKind kind)
    {
        var analysis = Shipped.Analyze(text, title, "益阳", SourceTier.Official, kind);

        Assert.That(analysis.Stance, Is.EqualTo(Stance.Neutral));
    }

    [TestCase("给不动产登记中心的工作人员点赞，半个小时就办好了过户，服务态度真好")]
    [TestCase("感谢国土所帮我们组调解了十几年的地界纠纷，送上锦旗")]
    public void A_citizens_thanks_speak_well_of_the_work(string text)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", kind: DocumentKind.Thread);

        Assert.That((analysis.Stance, analysis.Level), Is.EqualTo((Stance.Publicity, Level.Watch)));
    }

    [TestCase("赫山区查处一起强拆民房案", Level.Major)]
    [TestCase("日前，赫山区有关部门对一起强拆民房案进行查处，责任人被问责", Level.Major)]
    [TestCase("桃江县通报两起违法强拆案件，3名责任人被处分", Level.Major)]
    [TestCase("安化县侦破一起暴力拆迁案件，抓获嫌疑人4名", Level.Major)]
    [TestCase("沅江市依法查处误拆民房事件，责令恢复原状", Level.Major)]
    [TestCase("南县组织力量对一起违法占地案涉案厂房强制拆除，恢复耕地3亩", Level.Watch)]
    [TestCase("资阳区强制拆除一起违法占地建房案，恢复耕地2亩", Level.Watch)]
    [TestCase("桃江县严厉打击强拆、强买强卖等涉黑涉恶案件，营造良好环境", Level.Watch)]
    [TestCase("安化县制定房屋征收工作方案，严禁强拆、逼迁，依法维护群众利益", Level.Watch)]
    [TestCase("赫山区以强拆案例开展警示教育，提升干部依法征收意识", Level.Watch)]
    public void A_forced_demolition_that_is_the_case_counts_and_a_lawful_or_prevented_one_does_not(string text, Level level)
    {
        foreach (var tier in new[] { SourceTier.Official, SourceTier.County, SourceTier.Municipal })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

            Assert.That(analysis.Level, Is.EqualTo(level), $"{tier}");
        }
    }
}
