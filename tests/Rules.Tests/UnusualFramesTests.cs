using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>Grave matters told by captions, relatives and in dialect, and harmless ones that sound like them.</summary>
public sealed class UnusualFramesTests
{
    [TestCase("回复说专家看过了没有危险，今天凌晨山垮了，隔壁彭家三口到现在没挖出来", Level.Critical)]
    [TestCase("我舅舅在安化挖矿，冒顶，六个人下去，上来四个", Level.Critical)]
    [TestCase("尾矿坝冲开了，下屋场七户人家联系不上", Level.Critical)]
    [TestCase("安化一处矿洞冒顶，两名矿工至今没有升井", Level.Critical)]
    [TestCase("家里被划进征地红线，村干部说我户口不在家不算人头，三口人的安置费没了", Level.General)]
    [TestCase("堵了，几百号人坐在征地拆迁办大门口", Level.Major)]
    [TestCase("几百号人在不动产登记中心门口排队，国土局加开了窗口", Level.Watch)]
    [TestCase("贵局窗口一位工作人员收了我丈夫两条好烟和三千元，房产证至今没办下来", Level.Major)]
    [TestCase("不动产中心说档案遗失，隔壁老王塞了六百块，第二天档案就找到了", Level.Major)]
    [TestCase("办房产证窗口工作人员收了我八十元工本费，十分钟办好", Level.Watch)]
    [TestCase("窗口答复是要带结婚证和原来的房产证，我把原话贴这里，免得你们白跑", Level.Watch)]
    public void What_happened_decides(string text, Level level)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: SourceTier.Forum, kind: DocumentKind.Thread);

        Assert.That(analysis.Level, Is.EqualTo(level));
    }

    [TestCase("记者回访去年滑坡隐患治理点：挡土墙已经完工，原先撤离的住户全部搬回新居，今年汛期安然无恙。", Level.Watch)]
    [TestCase("滑坡险情发生后，12户住户已全部撤离到学校。", Level.Major)]
    public void Who_moves_back_is_not_evacuated(string text, Level level)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: SourceTier.Municipal);

        Assert.That(analysis.Level, Is.EqualTo(level));
    }

    [Test]
    public void What_was_seen_in_the_news_of_another_place_happened_there()
    {
        var analysis = Shipped.Analyze("看到云南山体滑坡的新闻，希望大家平安，老家这边雨也大，注意安全", region: "益阳", tier: SourceTier.Forum, kind: DocumentKind.Thread);

        Assert.That(analysis.Level, Is.EqualTo(Level.None));
    }
}
