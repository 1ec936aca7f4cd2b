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
}
