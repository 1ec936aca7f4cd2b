using OpinionWatch.Model;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class RelevanceTests
{
    [TestCase("祖坟被施工队挖了，没有通知没有协商")]
    [TestCase("组上的集体土地租给外面的人建加油站，没有开村民会")]
    [TestCase("水塘快被填平了，说要建仓库")]
    [TestCase("房产证办了四年都没下来，开发商跑了")]
    [TestCase("安置房说好三年交付，过渡费也停发了")]
    [TestCase("建议在河东规划一所小学")]
    [TestCase("楼下私搭乱建没人管")]
    public void A_citizens_matter_of_the_field_is_the_bureaus(string text)
    {
        var analysis = Shipped.Analyze(text, kind: DocumentKind.Thread);

        Assert.That(analysis.Relevant, Is.True);
    }

    [TestCase("开发商逾期交房，合同约定去年六月交房，违约金也不肯给")]
    [TestCase("小区停车位开发商只卖不租，物业费又涨了")]
    [TestCase("购房合同网签以后怎么查备案？")]
    [TestCase("从安置小区到市里只有一趟公交，请增加班次")]
    [TestCase("公积金贷款被拒绝，房价又太高，希望调控")]
    [TestCase("工地噪音扰民，半夜还在施工，孩子没法睡")]
    [TestCase("学校强制补课，不交钱就调座位")]
    public void Another_departments_matter_is_not(string text)
    {
        var analysis = Shipped.Analyze(text, kind: DocumentKind.Thread);

        Assert.That(analysis.Relevant, Is.False);
    }

    [TestCase("上海男篮主场强拆对手防线")]
    [TestCase("湖人强征次轮签，交易谈判陷僵局")]
    [TestCase("铁矿石期货收涨，多只矿业股涨停")]
    [TestCase("智利铜矿工人罢工进入第三周")]
    [TestCase("英国工党大选取得山体滑坡式胜利")]
    [TestCase("欧洲杯卫冕冠军遭活埋")]
    [TestCase("魔兽世界怀旧服采矿路线")]
    [TestCase("煤矿安全监察局招录公务员")]
    [TestCase("乡村振兴：他把荒山变成果园")]
    [TestCase("醉卧沙场君莫笑")]
    public void News_of_another_world_is_not(string text)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Relevant, Is.False);
    }

    [TestCase("日本静冈县泥石流救援仍在继续")]
    [TestCase("印度贫民窟强拆，百万人何去何从")]
    [TestCase("缅甸帕敢一玉石矿场塌方，多人被埋")]
    public void A_matter_of_the_field_abroad_is_the_bureaus_and_alarms_nobody(string text)
    {
        foreach (var tier in new SourceTier?[] { null, SourceTier.Forum, SourceTier.Municipal, SourceTier.Central })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

            Assert.That((analysis.Relevant, analysis.InArea, analysis.Level), Is.EqualTo((true, false, Level.None)));
        }
    }

    [Test]
    public void One_word_of_the_field_in_a_long_text_is_not_enough()
    {
        var text = "今天大家一起聊聊这几年的变化，路宽了，灯亮了，孩子们上学也近了。" + string.Concat(Enumerable.Repeat("村里的文化广场每天晚上都很热闹，老人们唱戏，年轻人打球。", 120));

        var analysis = Shipped.Analyze(text + "当年还经历过一次征地。");

        Assert.That(analysis.Relevant, Is.False);
    }

    [Test]
    public void The_words_that_made_it_the_bureaus_are_named_with_their_weights()
    {
        var analysis = Shipped.Analyze("益阳赫山区昨夜强拆没人管");

        var factor = analysis.Factors.Single(one => one.Name == FactorNames.Field);
        Assert.That(factor.Points, Is.Zero);
        Assert.That(factor.Because, Does.Contain("“强拆”1.5").And.Contain("合计"));
    }
}
