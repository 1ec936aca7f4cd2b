namespace OpinionWatch.Rules.Lexicons;

/// <summary>The fields of the bureau's work (主题) and the stems by which a term shows its own.</summary>
internal static class Topics
{
    /// <summary>征地拆迁.</summary>
    public const string Expropriation = "征地拆迁";

    /// <summary>矿产资源.</summary>
    public const string Minerals = "矿产资源";

    /// <summary>地质灾害.</summary>
    public const string Hazard = "地质灾害";

    /// <summary>违法用地.</summary>
    public const string IllegalUse = "违法用地";

    /// <summary>违法建设.</summary>
    public const string IllegalBuilding = "违法建设";

    /// <summary>耕地保护.</summary>
    public const string Farmland = "耕地保护";

    /// <summary>队伍作风.</summary>
    public const string Conduct = "队伍作风";

    /// <summary>What a term about land in general belongs to.</summary>
    public const string Land = "土地管理";

    /// <summary>不动产登记.</summary>
    public const string Registration = "不动产登记";

    /// <summary>宅基地.</summary>
    public const string Homestead = "宅基地";

    private static readonly (string Stem, string Topic)[] Stems =
    [
        ("矿", Minerals), ("偷沙", Minerals), ("偷砂", Minerals), ("河沙", Minerals), ("河砂", Minerals), ("抽沙", Minerals), ("抽砂", Minerals), ("吸沙", Minerals), ("吸砂", Minerals), ("砂船", Minerals), ("沙船", Minerals), ("偷煤", Minerals), ("偷石", Minerals), ("采砂", Minerals), ("挖砂", Minerals), ("挖沙", Minerals), ("采沙", Minerals), ("采石", Minerals), ("砂石", Minerals), ("沙石", Minerals), ("石场", Minerals), ("砂场", Minerals), ("沙场", Minerals), ("洗砂", Minerals), ("洗沙", Minerals), ("盗采", Minerals), ("开采", Minerals), ("取土", Minerals), ("炸山", Minerals), ("开山", Minerals), ("挖山", Minerals), ("石煤", Minerals), ("采空", Minerals), ("放炮", Minerals), ("淘金", Minerals), ("锑", Minerals), ("钨", Minerals), ("尾砂", Minerals),
        ("滑坡", Hazard), ("泥石流", Hazard), ("塌陷", Hazard), ("地陷", Hazard), ("崩塌", Hazard), ("塌方", Hazard), ("垮塌", Hazard), ("地灾", Hazard), ("地质灾害", Hazard), ("山体", Hazard), ("切坡", Hazard), ("危岩", Hazard), ("落石", Hazard), ("滚石", Hazard), ("地裂", Hazard), ("沉降", Hazard), ("隐患点", Hazard), ("削坡", Hazard), ("天坑", Hazard), ("避险", Hazard),
        ("宅基地", "宅基地"), ("一户一宅", "宅基地"), ("农村建房", "宅基地"), ("建房", "宅基地"), ("一户多宅", "宅基地"),
        ("违建", IllegalBuilding), ("违章", IllegalBuilding), ("违法建", IllegalBuilding), ("违规建", IllegalBuilding), ("私搭", IllegalBuilding), ("乱搭", IllegalBuilding), ("加层", IllegalBuilding), ("小产权", IllegalBuilding), ("未批先建", IllegalBuilding), ("少批多建", IllegalBuilding), ("两违", IllegalBuilding), ("搭建", IllegalBuilding), ("非法建", IllegalBuilding), ("别墅", IllegalBuilding), ("批少建", IllegalBuilding),
        ("拆", Expropriation), ("征", Expropriation), ("安置", Expropriation), ("棚改", Expropriation), ("棚户", Expropriation), ("青苗", Expropriation), ("钉子户", Expropriation), ("迁坟", Expropriation), ("逼迁", Expropriation), ("补偿", Expropriation), ("旧城改造", Expropriation), ("城中村", Expropriation), ("过渡费", Expropriation), ("失地", Expropriation), ("社保", Expropriation), ("搬迁", Expropriation), ("动迁", Expropriation),
        ("不动产", "不动产登记"), ("房产证", "不动产登记"), ("房本", "不动产登记"), ("产权", "不动产登记"), ("土地证", "不动产登记"), ("国土证", "不动产登记"), ("登记", "不动产登记"), ("办证", "不动产登记"), ("过户", "不动产登记"), ("确权", "不动产登记"), ("权属", "不动产登记"), ("使用证", "不动产登记"), ("抵押", "不动产登记"), ("颁证", "不动产登记"), ("分割证", "不动产登记"), ("两证", "不动产登记"), ("契税", "不动产登记"),
        ("耕地", Farmland), ("农田", Farmland), ("良田", Farmland), ("稻田", Farmland), ("水田", Farmland), ("大棚房", Farmland), ("撂荒", Farmland), ("抛荒", Farmland), ("非农化", Farmland), ("非粮化", Farmland), ("占补", Farmland), ("复垦", Farmland), ("毁田", Farmland), ("菜地", Farmland), ("毁林", Farmland), ("增减挂钩", Farmland), ("土地整", Farmland), ("高标准", Farmland), ("青山", Farmland),
        ("占地", IllegalUse), ("占用", IllegalUse), ("圈地", IllegalUse), ("强占", IllegalUse), ("侵占", IllegalUse), ("违法用地", IllegalUse), ("违规用地", IllegalUse), ("未批先用", IllegalUse), ("未批先占", IllegalUse), ("填湖", IllegalUse), ("填塘", IllegalUse), ("渣土", IllegalUse), ("以租代", IllegalUse), ("卫片", IllegalUse), ("硬化", IllegalUse), ("非法用地", IllegalUse), ("改变土地", IllegalUse), ("土地用途", IllegalUse), ("霸占", IllegalUse),
        ("出让", "土地出让"), ("拍卖", "土地出让"), ("招拍挂", "土地出让"), ("挂牌", "土地出让"), ("闲置", "土地出让"), ("囤地", "土地出让"), ("划拨", "土地出让"), ("卖地", "土地出让"), ("倒卖土地", "土地出让"), ("土地转让", "土地出让"), ("供地", "土地出让"), ("地块", "土地出让"), ("竞得", "土地出让"), ("买卖土地", "土地出让"), ("土地买卖", "土地出让"), ("基准地价", "土地出让"),
        ("规划", "国土空间规划"), ("控规", "国土空间规划"), ("容积率", "国土空间规划"), ("红线", "国土空间规划"), ("用途管制", "国土空间规划"), ("绿地率", "国土空间规划"), ("采光", "国土空间规划"), ("日照", "国土空间规划"), ("楼间距", "国土空间规划"),
        ("测绘", "测绘地理信息"), ("地图", "测绘地理信息"), ("界址", "测绘地理信息"), ("勘界", "测绘地理信息"), ("测量", "测绘地理信息"), ("地界", "土地权属"), ("边界", "土地权属"), ("界线", "土地权属"), ("山林", "土地权属"), ("林权", "土地权属"), ("土地纠纷", "土地权属"), ("承包", "土地权属"), ("流转", "土地权属"), ("自留", "土地权属"),
        ("修复", "生态修复"), ("复绿", "生态修复"), ("绿化复", "生态修复"),
        ("国土", Conduct), ("自然资源", Conduct), ("土管", Conduct), ("指挥部", Expropriation), ("矿管", Minerals),
    ];

    /// <summary>The topic of a term by the first stem it holds; null when it shows none.</summary>
    public static string? Of(string term)
    {
        foreach (var (stem, topic) in Stems)
        {
            if (term.Contains(stem))
            {
                return topic;
            }
        }

        return term.Contains('土') || term.Contains('地') ? Land : null;
    }
}
