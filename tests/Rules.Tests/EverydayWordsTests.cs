using OpinionWatch.Model;
using OpinionWatch.Rules.Meaning;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>Words of grave matters in everyday sentences, for which nobody is to be woken, beside the grave ones that must go on being found.</summary>
public sealed class EverydayWordsTests
{
    [TestCase("因修路征地，我们组三户宅基地没了")]
    [TestCase("征地后五户人家房子没了，安置房还没影")]
    [TestCase("征地全村二十户补偿款被压着不发")]
    [TestCase("拆迁后两户房产证没找到，国土所说要补办")]
    [TestCase("征地以后我家五口补偿款没了")]
    [TestCase("拆迁办来量房，我爸躲在屋里没出来")]
    [TestCase("去国土所问征地补偿，工作人员坐在里面没出来")]
    public void Losses_of_things_and_people_who_stay_inside_are_no_deaths(string text)
    {
        Assert.That(Post(text).Level, Is.LessThan(Level.Critical));
    }

    [TestCase("山体滑坡，我爸还在屋里没有跑出来")]
    [TestCase("矿洞塌方，工友在下面没有救出来")]
    [TestCase("山体滑坡埋了三户人家，求救援")]
    [TestCase("半夜泥石流，下屋场七户人家至今联系不上")]
    public void People_under_what_came_down_are(string text)
    {
        Assert.That(Post(text).Level, Is.EqualTo(Level.Critical));
    }

    [TestCase("征地修渠，水沟让他们塞了十几块水泥板，农田全淹了")]
    [TestCase("老屋拆迁那天，奶奶悄悄塞了两百块给我")]
    [TestCase("登记中心窗口收了我80元，开了收据，房产证当天拿到")]
    [TestCase("国土所干部来看望，给她送了两瓶酒，老人很高兴")]
    [TestCase("200多名村民在村部门口签订征地补偿协议")]
    [TestCase("100余名业主站在小区门口拿到了不动产权证")]
    [TestCase("家里那套房子中介推了半年都没卖掉，房产证还压在银行")]
    [TestCase("昨晚刮风把我家屋顶掀翻了，宅基地上重搭个棚要不要批")]
    [TestCase("感谢政府，我家房子门口的路平了，征地补偿也到了")]
    [TestCase("我们小区占地80亩，规划的花坛被物业硬化成停车位，投诉半年没人管")]
    public void Fees_presents_queues_and_repairs_are_nothing_major(string text)
    {
        Assert.That(Post(text).Level, Is.LessThan(Level.Major));
    }

    [TestCase("办房产证，我给所长送了两条烟才给我办")]
    [TestCase("国土所的所长收了我五千块，证到现在没下来")]
    [TestCase("两百多人在征地办门口讨说法，没有一个领导出来")]
    [TestCase("一声不响把我家房子推了，安置房也没有")]
    public void Bribes_sieges_and_houses_pushed_down_are(string text)
    {
        Assert.That(Post(text).Level, Is.EqualTo(Level.Major));
    }

    [TestCase("埋了两个人")]
    [TestCase("五个工人没上来")]
    [TestCase("彭家三口到现在没挖出来")]
    [TestCase("六个人下去,上来四个")]
    [TestCase("老两口没了")]
    [TestCase("2死3伤")]
    [TestCase("死了三个人")]
    [TestCase("塌方了,我爸还在屋里没有跑出来")]
    [TestCase("垮了,工友在下面冇有救出来")]
    [TestCase("埋了三户人家")]
    [TestCase("七户人家全部被埋")]
    public void Each_way_of_counting_the_lost_is_searched_for(string text)
    {
        Assert.That(Casualties.Find(text), Is.Not.Empty);
    }

    private static Analysis Post(string text) => Shipped.Analyze(text, region: "益阳", tier: SourceTier.Forum, kind: DocumentKind.Thread);
}
