using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class AreaTests
{
    [TestCase("资阳区长春镇违建", "长春镇")]
    [TestCase("新桥河镇采砂场没人管", "新桥河镇")]
    [TestCase("浮丘山乡违建", "浮邱山乡")]
    [TestCase("漉湖芦苇场土地承包纠纷", "漉湖")]
    [TestCase("羊舞岭古窑址旁违建", "羊舞岭")]
    [TestCase("三眼塘镇占用农田", "三眼塘")]
    [TestCase("洞市老街拆迁", "洞市")]
    [TestCase("从常德到沅江市的高速公路征地", "沅江市")]
    [TestCase("益阳志溪河非法采砂", "志溪河")]
    public void A_place_of_the_area_is_known_by_its_new_or_old_name(string text, string region)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That((analysis.InArea, analysis.Regions.Contains(region)), Is.EqualTo((true, true)));
    }

    [TestCase("四川资阳安岳县征地拆迁纠纷")]
    [TestCase("成都到资阳轨道交通征地")]
    [TestCase("湖南县级国土所改革")]
    [TestCase("沅江上游锦屏段非法采砂")]
    [TestCase("常德沅江大桥附近拆迁")]
    [TestCase("洪江市沅江河道非法采砂")]
    [TestCase("江西信丰桃江河采砂")]
    [TestCase("桂林桃花江边违建")]
    [TestCase("甘肃庆阳安化镇土地流转")]
    [TestCase("治安化解土地纠纷")]
    [TestCase("资江邵阳段采砂")]
    [TestCase("长沙县高桥镇征地")]
    [TestCase("扬州沙头镇征地")]
    [TestCase("长沙高新区征地拆迁")]
    [TestCase("益阳舰官兵帮助拆迁户")]
    [TestCase("A市A3区征地拆迁补偿问题")]
    public void A_place_of_the_same_name_elsewhere_is_not(string text)
    {
        var analysis = Shipped.Analyze(text);

        Assert.That(analysis.InArea, Is.False);
    }
}
