using OpinionWatch.Worker.Demo;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>Invented posts: some the bureau must hear of, each a matter of its own; some it must not be woken for.</summary>
internal static class Posts
{
    private static readonly string[] Places =
    [
        "桃江县马迹塘镇", "安化县梅城镇", "南县茅草街镇", "沅江市草尾镇", "赫山区沧水铺镇", "资阳区迎风桥镇", "安化县东坪镇", "桃江县灰山港镇",
        "赫山区泥江口镇", "南县乌嘴乡", "沅江市南嘴镇", "安化县羊角塘镇", "桃江县三堂街镇", "赫山区八字哨镇", "资阳区长春镇", "安化县平口镇",
        "南县华阁镇", "沅江市黄茅洲镇", "桃江县武潭镇", "赫山区岳家桥镇", "安化县马路镇", "南县明山头镇", "沅江市泗湖山镇", "桃江县大栗港镇",
        "赫山区新市渡镇", "资阳区茈湖口镇", "安化县烟溪镇", "桃江县牛田镇", "赫山区欧江岔镇", "安化县清塘铺镇",
    ];

    private static readonly (string Title, string Text)[] Matters =
    [
        ("{0}山体滑坡，两人被埋失联", "今天早上{0}后山突然滑坡，两间房子被冲垮，两个人被埋，到现在还没有找到。\n早就反映过山上有裂缝，一直没人来处理，请赶快派人救援！"),
        ("{0}强拆民房，没有签协议就动手", "我家在{0}，昨天来了几十个人和两台挖机，没有签协议就把房子强拆了，补偿款一分钱没有拿到。\n强拆的时候还有人受伤，请领导为我们做主！"),
        ("举报{0}非法采砂，河堤都挖空了", "{0}河边长期有人非法采砂，没有任何手续，每天晚上挖机响一夜，河堤都挖空了。\n多次举报没人管，希望国土部门查处。"),
        ("{0}征地补偿款被截留，村民讨说法", "{0}修路征地已经两年了，征地补偿款到现在没有发到村民手里，听说被村干部截留了。\n我们几次去镇里问，都说等通知。"),
    ];

    private static readonly (string Title, string Text)[] Harmless =
    [
        ("求助：孩子上小学需要准备哪些材料", "孩子九月份上一年级，请问需要准备哪些材料？户口本和疫苗本够不够？\n知道的家长麻烦说一下，谢谢。"),
        ("周末羽毛球活动报名", "周六下午两点在体育馆打羽毛球，还差三个人，费用平摊。\n有兴趣的回帖报名。"),
        ("全市秋季运动会圆满落幕", "本报讯 昨日，全市秋季运动会在市体育中心落下帷幕，来自各代表队的八百多名运动员参加了比赛。\n闭幕式上为获奖队伍颁发了奖杯。"),
        ("新开的书店环境很好", "路过进去坐了一下午，书不少，还有咖啡，环境安静。\n推荐喜欢看书的朋友去看看。"),
    ];

    public static int MatterCount => Places.Length * Matters.Length;

    /// <summary>A matter of the bureau's, number <paramref name="n"/>.</summary>
    public static SamplePost Relevant(int n)
    {
        var place = Places[n % Places.Length];
        var (title, text) = Matters[n / Places.Length % Matters.Length];
        return new SamplePost(10_000 + n, string.Format(null, title, place), string.Format(null, text, place), $"网友{n}", TimeProvider.System.GetUtcNow());
    }

    /// <summary>Something of ordinary life, number <paramref name="n"/>.</summary>
    public static SamplePost Ordinary(int n)
    {
        var (title, text) = Harmless[n % Harmless.Length];
        return new SamplePost(20_000 + n, $"{title}（{n}）", text, $"网友{n}", TimeProvider.System.GetUtcNow());
    }
}
