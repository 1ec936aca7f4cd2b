namespace OpinionWatch.Model.Tests;

public sealed class EscalationPolicyTests
{
    [TestCase(Level.Critical, "特别重大")]
    [TestCase(Level.Major, "重大")]
    [TestCase(Level.General, "一般")]
    [TestCase(Level.Watch, "关注")]
    [TestCase(Level.None, "无")]
    public void A_level_without_a_name_of_its_own_has_the_notices_name(Level level, string name)
    {
        Assert.That(new EscalationPolicy().NameOf(level), Is.EqualTo(name));
    }

    [Test]
    public void The_configured_name_is_shown()
    {
        var policy = new EscalationPolicy { Levels = new Dictionary<Level, LevelRule> { [Level.Critical] = new("一级", []), [Level.Major] = new("", []) } };

        Assert.That(policy.NameOf(Level.Critical), Is.EqualTo("一级"));
        Assert.That(policy.NameOf(Level.Major), Is.EqualTo("重大"));
    }
}
