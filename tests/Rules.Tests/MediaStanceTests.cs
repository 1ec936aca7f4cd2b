using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class MediaStanceTests
{
    [TestCase("记者走访桃江县发现，这家砂石加工厂建在一片稻田中央，罚款交了，机器却照转不误。“我家的田就在下面，年年被泥浆淹。”一位村民说。县自然资源局称“还在走程序”。")]
    [TestCase("“签字的时候说两年交房，现在我们家还租着房子。”桃江县的拆迁户周先生说。指挥部的电话始终无人接听，当地自然资源部门表示不知情。")]
    public void A_paper_lays_open_what_the_people_it_quotes_complain_of(string text)
    {
        var analysis = Shipped.Analyze(text, "良田里的石子厂 谁来管", tier: SourceTier.Municipal, kind: DocumentKind.Article);

        Assert.That(analysis.Stance, Is.EqualTo(Stance.Exposure));
        Assert.That(analysis.Level, Is.GreaterThanOrEqualTo(Level.General));
    }

    [Test]
    public void What_a_court_has_judged_informs_and_exposes_nobody()
    {
        var analysis = Shipped.Analyze(
            "沅江市的老陈将自家12亩承包地租给种粮大户，第三年又与另一家合作社签了合同。法院审理认为，土地流转合同合法有效，老陈构成违约，判决其继续履行。",
            "法院：一块地签了两份流转合同 后签的无效", tier: SourceTier.Municipal, kind: DocumentKind.Article);

        Assert.That(analysis.Stance, Is.EqualTo(Stance.Neutral));
        Assert.That(analysis.Level, Is.EqualTo(Level.Watch));
    }

    [Test]
    public void Whoever_writes_until_today_does_not_only_ask()
    {
        var asks = Shipped.Analyze("请问赫山区征地补偿款什么时候可以发？标准是多少？", "咨询补偿款", tier: SourceTier.Forum, kind: DocumentKind.Thread);
        var complains = Shipped.Analyze("请问赫山区征地补偿款什么时候可以发？协议签了三年，至今没到账。", "咨询补偿款", tier: SourceTier.Forum, kind: DocumentKind.Thread);

        Assert.That(asks.Stance, Is.EqualTo(Stance.Inquiry));
        Assert.That(complains.Stance, Is.EqualTo(Stance.Complaint));
    }

    [Test]
    public void A_demanded_evacuation_has_moved_nobody()
    {
        var analysis = Shipped.Analyze(
            "会议传达全省地质灾害防治工作会议精神，要求做到隐患排查不漏一处，避险转移不落一人。", "市局召开地质灾害防治工作会议", region: "益阳", tier: SourceTier.Official, kind: DocumentKind.Article);

        Assert.That(analysis.Level, Is.EqualTo(Level.Watch));
    }
}
