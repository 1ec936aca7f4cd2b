using OpinionWatch.Model;
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

    [TestCase("开发商是长沙来的，把我家老屋推平了，求助")]
    [TestCase("我在柬埔寨做工程，昨晚老家房子被强拆")]
    [TestCase("人在东莞，接到屋里电话说后山垮了，我爸妈被埋了，求转发")]
    [TestCase("浙江来的一个老板把我们村的河道挖得稀烂，天天晚上采砂，没人管")]
    [TestCase("砂场老板是长沙的，天天晚上采砂，没人管")]
    [TestCase("听说长沙那边一亩补十几万，我们组的田征走一亩才三万，凭什么")]
    [TestCase("领导您好，我儿子在上海读博士，我一个人在家，拆迁队昨天来把我家房子强拆了一半")]
    [TestCase("我嫁到江苏十年了，前天回来一看，娘家的房子被推平了，村里说是征地，没有一分钱补偿")]
    [TestCase("湖北的施工队在我们屋后放炮采石，石头砸伤我老公，老板不赔")]
    [TestCase("房子卖给一个深圳人，过户办了一年还没下来，国土局推给税务局")]
    public void On_a_site_of_the_area_strangers_and_those_away_do_not_move_the_matter(string text)
    {
        var analysis = Shipped.Analyze(text, region: "益阳", tier: SourceTier.Forum, kind: DocumentKind.Thread);

        Assert.That((analysis.InArea, analysis.Level >= Level.General), Is.EqualTo((true, true)));
    }

    [TestCase(null, "我家房子在常德鼎城被强拆了，一分补偿没有，哪位律师能帮忙")]
    [TestCase(null, "常德市鼎城区韩公渡镇，我家的房子昨天被强拆，求转发")]
    [TestCase(null, "我老家贵州的，昨天我们村山体滑坡埋了三户人家，求大家帮忙转发")]
    [TestCase(null, "我在贵阳，我们小区后山今早滑坡了，楼下的车都埋了")]
    [TestCase("株洲茶陵强拆", "我是茶陵人，房子被他们半夜推了，老母亲住院，求关注")]
    [TestCase(null, "看新闻，云南昭通山体滑坡，房子埋了几十栋，太惨了")]
    [TestCase(null, "长沙强拆的视频看了没有，把人家房子推了还打人")]
    [TestCase(null, "缅甸那边矿山塌方，我表哥的工友两个没出来")]
    [TestCase(null, "家住邵阳隆回，房屋被征收两年了，过渡费一直没发，请领导过问")]
    [TestCase("湘潭征地", "我们组的地被征了，补偿款没发，请求处理")]
    public void On_a_site_of_the_area_what_happened_elsewhere_stays_elsewhere(string? title, string text)
    {
        var analysis = Shipped.Analyze(text, title, "益阳", SourceTier.Forum, DocumentKind.Thread);

        Assert.That((analysis.InArea, analysis.Level), Is.EqualTo((false, Level.None)));
    }
}
