using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Corpus;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>A grave matter alarms whoever tells it.</summary>
public sealed class GravePostsTests
{
    private const string Place = "桃江县马迹塘镇";

    private static readonly (string Title, string Text)[] Matters =
    [
        ($"{Place}山体滑坡，两人被埋失联", $"今天早上{Place}后山突然滑坡，两间房子被冲垮，两个人被埋，到现在还没有找到。\n早就反映过山上有裂缝，一直没人来处理，请赶快派人救援！"),
        ($"{Place}强拆民房，没有签协议就动手", $"我家在{Place}，昨天来了几十个人和两台挖机，没有签协议就把房子强拆了，补偿款一分钱没有拿到。\n强拆的时候还有人受伤，请领导为我们做主！"),
        ($"举报{Place}非法采砂，河堤都挖空了", $"{Place}河边长期有人非法采砂，没有任何手续，每天晚上挖机响一夜，河堤都挖空了。\n多次举报没人管，希望国土部门查处。"),
        ($"{Place}征地补偿款被截留，村民讨说法", $"{Place}修路征地已经两年了，征地补偿款到现在没有发到村民手里，听说被村干部截留了。\n我们几次去镇里问，都说等通知。"),
    ];

    [Test]
    public void A_grave_post_is_at_least_general_on_every_kind_of_site(
        [Values(0, 1, 2, 3)] int matter,
        [Values(SourceTier.Forum, SourceTier.Portal, SourceTier.Municipal, SourceTier.County, SourceTier.Provincial, SourceTier.Central, SourceTier.Social, SourceTier.SelfMedia)] SourceTier tier,
        [Values(DocumentKind.Article, DocumentKind.Thread)] DocumentKind kind)
    {
        var (title, text) = Matters[matter];

        var analysis = Shipped.Analyze(text, title, tier: tier, kind: kind);

        Assert.That(analysis.Level, Is.GreaterThanOrEqualTo(Level.General));
    }

    [Test]
    public void The_provinces_and_the_nations_media_weigh_no_less_than_the_citys([Values("tune", "probe")] string part)
    {
        foreach (var one in LabelledDocument.List(part).Where(one => one.Document is { Kind: DocumentKind.Article, Tier: not SourceTier.Official }))
        {
            var city = Shipped.Engine.Analyze(one.Document with { Tier = SourceTier.Municipal });
            var province = Shipped.Engine.Analyze(one.Document with { Tier = SourceTier.Provincial });
            var nation = Shipped.Engine.Analyze(one.Document with { Tier = SourceTier.Central });

            Assert.That(province.Level, Is.GreaterThanOrEqualTo(city.Level), one.Document.Id);
            Assert.That(nation.Level, Is.GreaterThanOrEqualTo(province.Level), one.Document.Id);
        }
    }
}
