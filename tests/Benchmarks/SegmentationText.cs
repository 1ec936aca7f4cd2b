using System.Text;

namespace OpinionWatch.Benchmarks;

/// <summary>Invents posts for measuring: sentences of common words in the field, with numbers, names, Latin letters and punctuation as posts have them.</summary>
internal static class SegmentationText
{
    private static readonly string[] Who = ["村民", "网友", "居民代表", "业主们", "镇政府工作人员", "执法大队", "自然资源局", "开发商", "施工单位", "我和邻居", "老党员王翠荇", "当事人李槿汐", "记者", "租户", "承包户", "信访办"];
    private static readonly string[] When = ["昨天晚上", "2026年11月3日上午", "今年以来", "连续三个月", "刚刚", "国庆假期期间", "凌晨2点左右", "去年年底", "周末", "暴雨过后", ""];
    private static readonly string[] Where = ["石湾村", "东坡水库大坝下游", "临河新区三号地块", "高速公路出口附近", "城北工业园", "青龙山矿区", "小区门口", "河道中央", "基本农田保护区", "老街拆迁现场", "K9+200段", "学校后面的山坡"];
    private static readonly string[] What = ["发现有人非法采砂", "反映补偿款迟迟没有到账", "阻止了强行拆除房屋的行为", "看到山体出现裂缝并伴有落石", "要求公开土地征收的批准文件", "举报违法占用耕地建厂房", "组织群众紧急转移", "对网上的传言作出回应", "质疑评估价格只有每平方米1280.5元", "发布了地质灾害气象风险预警", "检查了12家企业的采矿许可证", "拍下视频发到了抖音和微博"];
    private static readonly string[] Then = ["希望有关部门尽快调查处理", "目前没有人员伤亡", "相关负责人表示正在核实情况", "大家都很气愤", "电话打了十几次都没人接", "事情到现在也没有一个说法", "后续情况将及时向社会公布", "完成率已经达到98.6%", "评论区里吵成了一片😀", "详情见www.example.com公告", "这已经不是第一次了", "请领导给我们老百姓做主"];
    private static readonly string[] Ends = ["。", "！", "？", "……", "，", "；"];

    public static IEnumerable<string> Lines(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var line = new StringBuilder();
            for (var sentences = 1 + random.Next(4); sentences > 0; sentences--)
            {
                line.Append(Any(random, When)).Append(Any(random, Who)).Append('在').Append(Any(random, Where)).Append(Any(random, What))
                    .Append('，').Append(Any(random, Then)).Append(Any(random, Ends));
                if (random.Next(5) == 0)
                {
                    // A name or a word nobody listed, for the character model.
                    line.Append((char)random.Next(0x4E00, 0x9FA6)).Append((char)random.Next(0x4E00, 0x9FA6)).Append('说');
                }
            }

            yield return line.ToString();
        }
    }

    private static string Any(Random random, string[] from) => from[random.Next(from.Length)];
}
