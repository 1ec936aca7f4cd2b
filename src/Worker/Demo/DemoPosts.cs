namespace OpinionWatch.Worker.Demo;

/// <summary>What the demo's sites publish: invented people and matters, in the manner of the real thing.</summary>
internal static class DemoPosts
{
    /// <summary>Ordinary life: nothing here may alarm.</summary>
    public static IReadOnlyList<(SampleKind Kind, string Title, string Text, string Author)> Ordinary { get; } =
    [
        (SampleKind.Forum, "求推荐桃江附近适合周末带孩子去的地方", "周末想带孩子出去玩，最好一个小时车程以内，有没有去过的朋友推荐一下？\n自驾，两大一小。", "周末去哪儿"),
        (SampleKind.Forum, "小区门口新开的米粉店味道不错", "早上去吃了一碗肉丝粉，汤头很鲜，老板也热情。\n就是停车位少了点。", "爱嗦粉"),
        (SampleKind.News, "全市中学生篮球联赛开赛", "本报讯 昨日上午，全市中学生篮球联赛在市体育馆拉开帷幕，共有三十二支队伍参赛。\n比赛将持续两周。", "通讯员"),
        (SampleKind.News, "我市召开自然资源执法工作部署会", "本报讯 近日，我市召开自然资源执法工作部署会，要求严厉打击非法采砂、违法占地等行为，切实守住耕地红线。\n会议总结了今年以来的工作。", "通讯员"),
        (SampleKind.Feed, "城区三条公交线路下月优化调整", "市公交公司消息，为方便市民出行，下月起城区三条公交线路将优化调整。\n具体站点可在公众号查询。", "记者"),
    ];

    /// <summary>What the bureau must hear of.</summary>
    public static IReadOnlyList<(SampleKind Kind, string Title, string Text, string Author)> Grave { get; } =
    [
        (SampleKind.Forum, "安化县东坪镇后山滑坡，两人被埋失联，求救援", "今天凌晨下大雨，安化县东坪镇后面的山突然滑坡，冲垮了三间房子，两个人被埋，现在还没找到人。\n之前就有裂缝，反映过地质灾害隐患没人管。请有关部门赶紧派人来！", "山里人家"),
        (SampleKind.Feed, "赫山区一村百余户房屋遭强拆 村民称未获补偿", "记者接到赫山区村民反映，因修路征地，村里一百多户房屋被强制拆除，至今没有拿到征地补偿款。\n村民表示，拆迁前没有签协议，也没有看到征地公告。", "记者"),
        (SampleKind.News, "安化县东坪镇后山滑坡，两人被埋失联", "今天凌晨下大雨，安化县东坪镇后面的山突然滑坡，冲垮了三间房子，两个人被埋，现在还没找到人。\n之前就有裂缝，反映过地质灾害隐患没人管。请有关部门赶紧派人来！\n（来源：示例论坛）", "编辑"),
        (SampleKind.Forum, "南县茅草街有人在河边偷偷挖砂，晚上机器响一夜", "每天晚上十点以后就有挖机和船在河边采砂，没有任何手续，堤都快挖空了。\n打过电话举报，一直没人处理，希望国土部门来查一查。", "河边住户"),
    ];
}
