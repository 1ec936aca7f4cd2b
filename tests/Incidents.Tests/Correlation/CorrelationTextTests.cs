using OpinionWatch.Incidents.Correlation;

namespace OpinionWatch.Incidents.Tests.Correlation;

/// <summary>What reprinting adds, as Chinese sites write it: with full-width punctuation as well as with ASCII.</summary>
public sealed class CorrelationTextTests
{
    private const string Article = "昨日下午，某镇后山发生滑坡，两间民房被冲垮，附近十余户村民已经转移到镇中心小学";

    [TestCase("来源：示例网 编辑：张三 12\n{0}")]
    [TestCase("来源:示例网\n{0}")]
    [TestCase("2026-11-24 10:32 来源：示例网\n{0}")]
    [TestCase("2026年11月24日\n{0}\n责任编辑｜李四")]
    [TestCase("（来源：示例网7）{0}")]
    [TestCase("{0}（编辑：记者12）")]
    [TestCase("{0}（3）")]
    public void What_a_reprint_adds_is_left_out(string reprint)
    {
        var reduced = CorrelationText.Reduce(string.Format(null, reprint, Article));

        Assert.That(reduced, Is.EqualTo(CorrelationText.Reduce(Article)));
    }

    [Test]
    public void What_the_article_itself_says_in_brackets_stays()
    {
        var reduced = CorrelationText.Reduce($"{Article}（含中心小学师生120人）");

        Assert.That(reduced, Does.EndWith("120人"));
    }
}
