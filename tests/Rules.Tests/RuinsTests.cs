using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>Houses brought down in words that are no fixed phrase.</summary>
public sealed class RuinsTests
{
    [TestCase("老家屋场昨天来了三十多号人，当着我八十岁奶奶的面把东头三间屋放倒了，一句通知没有")]
    [TestCase("感谢你们，趁我出殡把我家祖屋扒了")]
    [TestCase("凭他们一句话，就扒了我家祖屋？")]
    [TestCase("冇天理哒，屋都撂翻哒，细伢子吓得哭，一分钱冇把")]
    [TestCase("一句话不说就把屋推了，在赫山")]
    [TestCase("去年推我老屋的挖机也是历史遗留？人还在里头吃饭就把墙推倒了")]
    public void Told_by_citizens_are_a_forced_demolition(string text)
    {
        foreach (var kind in new[] { DocumentKind.Thread, DocumentKind.Reply })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: SourceTier.Forum, kind: kind);

            Assert.That((analysis.Level, analysis.Stance), Is.EqualTo((Level.Major, Stance.Complaint)), $"{kind}");
        }
    }

    [TestCase("台风把我家屋顶掀翻了，想问宅基地上重建要不要批")]
    [TestCase("我们把祖屋扒了重建，宅基地手续要到哪里办？")]
    [TestCase("我家老宅想推倒重修，国土所给批吗？")]
    [TestCase("泥石流把我家堂屋推垮了，国土所当天就来看了")]
    public void Weather_ground_and_the_owner_himself_bring_houses_down_too(string text)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: SourceTier.Forum, kind: DocumentKind.Thread);

        Assert.That(analysis.Level, Is.LessThan(Level.Major));
    }
}
