using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Tests.Correlation;

/// <summary>A labelled set: invented matters, each with its first telling, reprints, a short post copied and a telling in other words, beside look-alikes from another village or another month.</summary>
internal static class Matters
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly (string Place, string Town, string Region, string Topic, string[] Terms, string Story, string Retold)[] Seeds =
    [
        ("竹山村", "石桥镇", "赫山区", "征地拆迁", ["强拆", "补偿"], "昨天夜里十一点多,几十个人开着挖机进了村,把我家房子强拆了,东西都没让搬。补偿协议一直没有签,老人被架出来坐在田埂上哭,打电话没有人来管。", "半夜强拆,老人还在屋里。没谈拢补偿就动手,请有关部门查一查是谁下的命令。"),
        ("柳溪村", "沙河镇", "资阳区", "矿产", ["非法采砂", "河堤"], "连续半个月有船在河里非法采砂,晚上机器声吵得睡不着,河堤已经裂了两道口子。举报过好多次,执法的人来之前船就开走了,来之后又回来。", "非法采砂把河堤掏空了,汛期一来下游几百亩田怎么办?每次一查就跑,谁在通风报信。"),
        ("云台村", "青山乡", "安化县", "地质灾害", ["滑坡", "裂缝"], "连下三天雨以后,屋后山坡出现滑坡迹象,墙上裂缝有手掌宽,十几口人挤在祠堂里过夜。希望地质队快点来看一看,到底能不能住人。", "后山滑坡裂缝越来越大,我们不敢回家睡觉,盼望专家来鉴定。"),
        ("长塘村", "白水镇", "桃江县", "违法用地", ["占用耕地", "违建"], "村头二十多亩基本农田被推平,说是建停车场,实际上是占用耕地修违建厂房。去年种的油菜全被铲了,没有公示也没有开过会。", "好好的稻田变成了水泥地,占用耕地搞违建,手续拿出来给大家看看。"),
        ("望城坡社区", "金花街道", "赫山区", "不动产登记", ["办证", "房产证"], "我们楼盘交房五年了房产证还办不下来,开发商说是规划验收没过,登记中心说资料不全,来回跑了十几趟。孩子上学要用房产证,办证到底卡在哪里。", "交房五年办证无门,房产证遥遥无期,业主准备集体上门讨说法。"),
        ("梅岭村", "高桥镇", "南县", "干部作风", ["吃拿卡要", "收钱"], "镇上国土所的人办宅基地手续要收钱,不给红包就拖着不办,吃拿卡要已经不是一天两天。我有转账记录,愿意实名作证。", "批个宅基地先收钱,吃拿卡要成了规矩,纪委管不管?"),
    ];

    private static readonly string[] OtherPlaces = ["枫树村", "大坪村", "石牛村", "双江村", "鹿角村"];

    /// <summary>Lists all documents in the order of publication, with the matter each tells.</summary>
    public static IReadOnlyList<(Document Document, Analysis Analysis, string Matter)> All() => [.. Make().OrderBy(item => item.Document.PublishedAt).ThenBy(item => item.Document.Id, StringComparer.Ordinal)];

    private static IEnumerable<(Document Document, Analysis Analysis, string Matter)> Make()
    {
        for (var seed = 0; seed < Seeds.Length; seed++)
        {
            var (place, town, region, topic, terms, story, retold) = Seeds[seed];
            foreach (var told in Tellings($"m{seed}", place, town, region, topic, terms, story, retold, Start.AddHours(seed)))
            {
                yield return told;
            }

            // The same words of another village in the same days.
            for (var other = 0; other < 3; other++)
            {
                var elsewhere = OtherPlaces[(seed + other) % OtherPlaces.Length];
                foreach (var told in Tellings($"m{seed}-{elsewhere}", elsewhere, town, region, topic, terms, story, retold, Start.AddHours(seed + 8 + other)))
                {
                    yield return told;
                }
            }

            // The same village and kind of matter two months later, told anew.
            yield return Doc($"m{seed}-later-0", $"m{seed}-later", $"{place}又出事", $"{town}{place}:{retold}这是今年第二回了。", region, topic, terms, Start.AddDays(62), Level.General);
        }
    }

    private static IEnumerable<(Document Document, Analysis Analysis, string Matter)> Tellings(
        string matter, string place, string town, string region, string topic, string[] terms, string story, string retold, DateTimeOffset at)
    {
        var text = $"我是{town}{place}的村民。{story}";
        var title = $"{place}村民反映:{terms[0]}没人管";
        yield return Doc($"{matter}-0", matter, title, text, region, topic, terms, at, Level.General);
        yield return Doc($"{matter}-1", matter, "转载:" + title, $"{text}\n来源:某某论坛\n责任编辑:某某", region, topic, terms, at.AddHours(30), Level.General);
        yield return Doc($"{matter}-2", matter, "网友投诉选登", $"【转】{text}(转自某某网)", region, topic, terms, at.AddHours(31), Level.General);
        yield return Doc($"{matter}-3", matter, title, text.Replace(",", ",").Replace("。", "。\n\n") + "\nhttps://example.cn/t/1", region, topic, terms, at.AddHours(32), Level.General);
        yield return Doc($"{matter}-4", matter, $"求助,{place}的事", $"{town}{place}:{retold}", region, topic, terms, at.AddHours(40), Level.General);
    }

    private static (Document Document, Analysis Analysis, string Matter) Doc(
        string id, string matter, string title, string text, string region, string topic, string[] terms, DateTimeOffset at, Level level) => (
            new Document { Id = id, Url = $"http://example.cn/{id}", CanonicalUrl = $"http://example.cn/{id}", Site = "forum", Title = title, Text = text, PublishedAt = at },
            new Analysis
            {
                Id = id,
                Relevant = true,
                InArea = true,
                Level = level,
                Topics = [topic],
                Regions = [region],
                Hits = [.. terms.Select((term, i) => new Hit(term, "行为", i, term.Length, term))],
            },
            matter);
}
