using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class GraveNewsTests
{
    [Test]
    public void Large_destruction_is_major_whoever_tells_it(
        [Values(SourceTier.Municipal, SourceTier.County, SourceTier.Portal, SourceTier.Provincial, SourceTier.Central, SourceTier.SelfMedia)] SourceTier tier,
        [Values("桃江县200亩耕地被非法占用建厂房", "安化县有人非法采矿20万吨", "赫山区320户征地补偿款三年未到位")] string text)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

        Assert.That(analysis.Level, Is.EqualTo(Level.Major));
    }

    [TestCase("桃江县城南片区320户征收签约全部完成，安置房正在分配", SourceTier.Municipal)]
    [TestCase("桃江县查处非法采矿，追回矿石20万吨，整治行动取得成效", SourceTier.Official)]
    public void Large_numbers_in_work_done_well_stay_watch(string text, SourceTier tier)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

        Assert.That(analysis.Level, Is.EqualTo(Level.Watch));
    }

    [TestCase("安化县查处一起非法采矿致4人死亡事故", Level.Critical)]
    [TestCase("安化县严肃查处非法采矿，矿洞垮塌砸伤2人", Level.Major)]
    [TestCase("桃江县依法查处一起拆迁队打人事件", Level.Critical)]
    [TestCase("安化县开展矿山整治，坚决防范人员死亡事故", Level.Watch)]
    [TestCase("安化县矿山坍塌为何瞒报4人死亡？", Level.Critical)]
    [TestCase("安化县矿山坍塌4人死亡，谁来负责？", Level.Critical)]
    [TestCase("安化县矿山坍塌是否有4人死亡？", Level.Watch)]
    [TestCase("安化县矿山坍塌死了人没有？", Level.Watch)]
    public void Harm_is_undone_by_prevention_and_by_asking_for_it_alone(string text, Level level)
    {
        foreach (var tier in new SourceTier?[] { null, SourceTier.County, SourceTier.Municipal, SourceTier.Provincial, SourceTier.Central })
        {
            var analysis = Shipped.Analyze(text, region: "益阳", tier: tier);

            Assert.That(analysis.Level, Is.EqualTo(level), $"{tier}");
        }
    }

    [TestCase("桃江矿山坍塌致3人死亡 网传死亡10人系谣言", "已致3人死亡", Level.Critical)]
    [TestCase("桃江通报矿山坍塌：网传死亡10人系谣言", "事故已致3人死亡，搜救结束。", Level.Critical)]
    [TestCase("矿山事故通报", "桃江矿山坍塌造成3人死亡，死亡10人系谣言。", Level.Critical)]
    [TestCase("别信辟谣，安化矿难真死了人", "矿山塌了", Level.Critical)]
    [TestCase("官方辟谣是假的，安化矿难死了4人", "矿山塌了", Level.Critical)]
    [TestCase("网传桃江矿山坍塌死亡10人系谣言", "矿山坍塌死亡10人的消息不实", Level.Watch)]
    [TestCase("桃江矿山坍塌死亡10人？官方辟谣", "近日网传桃江矿山坍塌死亡10人。", Level.Watch)]
    [TestCase("桃江辟谣：网传矿山坍塌不实", "近日网传桃江矿山坍塌死亡10人。经核实，未发生矿山事故。", Level.Watch)]
    public void A_title_denies_its_hearsay_and_not_what_it_affirms(string title, string text, Level level)
    {
        foreach (var tier in new SourceTier?[] { null, SourceTier.County, SourceTier.Municipal, SourceTier.Provincial, SourceTier.Central })
        {
            var analysis = Shipped.Analyze(text, title, "益阳", tier);

            Assert.That(analysis.Level, Is.EqualTo(level), $"{tier}");
        }
    }
}
