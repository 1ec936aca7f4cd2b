using System.Diagnostics;
using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class RuleEngineTests
{
    [TestCase("益阳市赫山区昨夜强拆", "强拆")]
    [TestCase("益阳市赫山区昨夜强*拆", "强*拆")]
    [TestCase("益阳市赫山区昨夜强\u200b拆", "强\u200b拆")]
    [TestCase("益阳市赫山区昨夜强😀拆", "强😀拆")]
    [TestCase("益陽市赫山區昨夜強拆", "強拆")]
    [TestCase("益阳市赫山区有人非 法 占 地", "非 法 占 地")]
    public void A_hit_names_what_stands_in_the_original(string text, string matched)
    {
        var analysis = Shipped.Analyze(text, "标题");

        var hit = analysis.Hits.First(one => one.Matched == matched);
        Assert.That(("标题\n" + text).Substring(hit.Start, hit.Length), Is.EqualTo(matched));
    }

    [Test]
    public void Without_a_title_offsets_still_count_the_line_end()
    {
        var analysis = Shipped.Analyze("强拆");

        Assert.That(analysis.Hits[0].Start, Is.EqualTo(1));
    }

    [TestCase("严厉打击非法采砂，益阳市开展专项行动", Stance.Publicity, Level.Watch)]
    [TestCase("益阳桃江这边非法采砂没人管", Stance.Complaint, Level.General)]
    [TestCase("请问益阳赫山区拆迁补偿标准是多少？", Stance.Inquiry, Level.Watch)]
    [TestCase("益阳南县没有强拆民房，网传系谣言", Stance.Neutral, Level.Watch)]
    [TestCase("记者暗访发现，益阳资阳区有人违法占地", Stance.Exposure, Level.General)]
    public void The_stance_is_read_from_the_clauses(string text, Stance stance, Level level)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That((analysis.Stance, analysis.Level), Is.EqualTo((stance, level)));
    }

    [TestCase("益阳赫山区安置小区路灯不亮")]
    [TestCase("益阳市征收社会抚养费咨询")]
    [TestCase("益阳某明星塌房了，粉丝很难过")]
    [TestCase("益阳赫山区业绩滑坡的公司")]
    [TestCase("请问益阳桃花仑小学凭房产证入学吗")]
    [TestCase("益阳：一墙之隔，坚强拆解生活")]
    [TestCase("益阳驿站强拆我快递")]
    [TestCase("益阳人看剧：强盛集团强拆莽村那一集")]
    public void Another_sense_does_not_alarm(string text)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That((analysis.Relevant, analysis.Level), Is.EqualTo((false, Level.None)));
    }

    [TestCase("益阳赫山区采石场污水流进塘里，鱼都死了一万多斤", false)]
    [TestCase("益阳赫山区采石场放炮，飞石砸死了放牛的老汉", true)]
    [TestCase("益阳赫山区拆迁的车压死了我家的狗", false)]
    [TestCase("益阳赫山区机耕道被征地单位堵死了", false)]
    [TestCase("益阳赫山区鱼塘边滑坡，干活的老人被压死了", true)]
    public void Only_people_count_as_dead(string text, bool dead)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Factors.Any(factor => factor.Name == FactorNames.Death), Is.EqualTo(dead));
    }

    [TestCase("益阳赫山区山体滑坡，无人失联")]
    [TestCase("益阳赫山区山体滑坡，没有人员失踪")]
    [TestCase("益阳赫山区山体滑坡，未造成人员伤亡和失踪")]
    [TestCase("贵州毕节滑坡造成14人死亡，益阳市连夜部署隐患排查")]
    [TestCase("益阳市开会，要求深刻汲取山体滑坡造成人员死亡的教训")]
    [TestCase("益阳赫山区：如果山体滑坡埋了三个人，谁来负责")]
    public void A_death_denied_or_told_of_elsewhere_is_none(string text)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Factors.Select(factor => factor.Name), Has.None.EqualTo(FactorNames.Death));
    }

    [TestCase("益阳赫山区矿洞进水，下去的五个人没上来", "五个人没上来")]
    [TestCase("益阳赫山区山垮了，埋了一家三口", "埋了一家三口")]
    [TestCase("益阳赫山区占用农田建厂房，塔吊倒了2死", "2死")]
    public void People_counted_as_lost_are_dead_or_missing(string text, string words)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Level, Is.EqualTo(Level.Critical));
        Assert.That(analysis.Factors.Single(factor => factor.Name == FactorNames.Death).Because, Does.Contain(words));
    }

    [TestCase("益阳赫山区三百村民堵高速抗议征地", Level.Major)]
    [TestCase("益阳赫山区二百多人围在征地办门口，不让走", Level.Critical)]
    [TestCase("益阳赫山区两百多名群众围着看地质灾害演练", Level.Watch)]
    public void A_counted_crowd_is_graded_by_what_it_does(string text, Level level)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.Level, Is.EqualTo(level));
    }

    [TestCase("四川资阳市雁江区强拆", null, false)]
    [TestCase("江西信丰县桃江沿线强拆", null, false)]
    [TestCase("甘肃庆城县安化镇强拆", null, false)]
    [TestCase("海军益阳舰官兵参观违章建筑整治", null, false)]
    [TestCase("怀化沅陵沅江边上非法采砂", null, false)]
    [TestCase("安化黑茶好喝，长沙强拆", null, false)]
    [TestCase("资阳区强拆了，益阳人都知道", null, true)]
    [TestCase("我们村被强拆了", "益阳", true)]
    [TestCase("我们村被强拆了", "桃江县", true)]
    [TestCase("我们村被强拆了", "常德", false)]
    [TestCase("常德鼎城区强拆了我家", "益阳", false)]
    [TestCase("浙江老板来我们村强拆", "益阳", true)]
    [TestCase("我在长沙打工，家里房子被强拆了", "益阳", true)]
    public void The_area_is_told_from_text_or_source(string text, string? region, bool inArea)
    {
        var analysis = Shipped.Analyze(text, region: region);

        Assert.That(analysis.InArea, Is.EqualTo(inArea));
    }

    [Test]
    public void A_level_explains_itself_with_the_words_it_rests_on()
    {
        var analysis = Shipped.Analyze("益阳赫山区泥江口镇强拆，拆迁队打人");

        var factor = analysis.Factors.First(one => one.Name == FactorNames.Violence);
        Assert.That(analysis.Level, Is.EqualTo(Level.Critical));
        Assert.That(factor.Because, Does.Contain("打人").And.Contain("特别重大"));
    }

    [Test]
    public void Points_and_thresholds_come_from_the_options()
    {
        var lexicon = Lexicon.From([new LexiconEntry { Term = "怪事", Category = "自定义", Points = 60 }]);
        var engine = new RuleEngine(lexicon, GradingOptions.Default, new AreaOptions { Name = "益阳" });

        var analysis = engine.Analyze(new Document { Id = "1", Text = "益阳出了怪事" });

        Assert.That((analysis.Relevant, analysis.Score >= 60), Is.EqualTo((true, true)));
    }

    [Test]
    public void The_version_changes_with_the_content_and_only_then()
    {
        var one = new RuleEngine(Shipped.Lexicon(), GradingOptions.Default, Shipped.Area()).Version;
        var other = new RuleEngine(Lexicon.From([]), GradingOptions.Default, Shipped.Area()).Version;

        Assert.That(one, Is.EqualTo(Shipped.Engine.Version).And.Not.EqualTo(other));
    }

    [TestCase("强")]
    [TestCase("强拆")]
    [TestCase("拆*")]
    [TestCase("益阳强拆，")]
    [TestCase("\ud800")]
    [TestCase("没1户")]
    public void Ten_megabytes_of_one_line_are_answered_in_two_seconds(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 3_500_000 / part.Length));
        _ = Shipped.Engine;
        var watch = Stopwatch.StartNew();

        _ = Shipped.Analyze(text, region: "益阳");

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }
}
