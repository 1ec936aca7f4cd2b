using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>Invented posts, each of a matter of its own, judged already.</summary>
internal static class Matters
{
    private static readonly (string Text, string Term, string Topic)[] What =
    [
        ("{0}后山突然滑坡，两间房子被冲垮，两个人被埋，到现在还没有找到，请赶快派人救援。", "滑坡", "地质灾害"),
        ("{0}来了几十个人和两台挖机，没有签协议就把房子强拆了，补偿款一分钱没有拿到。", "强拆", "征地拆迁"),
        ("{0}河边长期有人非法采砂，没有任何手续，每天晚上挖机响一夜，河堤都挖空了。", "非法采砂", "矿产资源"),
        ("{0}修路征地两年了，征地补偿款到现在没有发到村民手里，听说被村干部截留了。", "补偿款", "征地拆迁"),
    ];

    private static readonly string[] Places = ["东坡镇", "南渡乡", "西塘镇", "北岭乡", "青石镇", "白沙镇", "黄泥乡", "红枫镇", "长河镇", "高桥乡", "柳林镇", "桃花乡"];

    /// <summary>A post, number <paramref name="n"/>.</summary>
    public static (Document Document, Analysis Analysis) Of(int n, Level level, DateTimeOffset at)
    {
        var place = Places[n % Places.Length];
        var (text, term, topic) = What[n / Places.Length % What.Length];
        var filled = string.Format(null, text, place);
        var document = new Document { Id = $"post-{n}", Url = $"http://forum.test/{n}", CanonicalUrl = $"http://forum.test/{n}", Site = $"site-{n % 5}", Title = filled[..14], Text = filled, PublishedAt = at, ContentHash = $"{n}" };
        return (document, Judged(document.Id, level, place, term, topic));
    }

    /// <summary>A reprint of an article, number <paramref name="n"/>: another site, another headline, now and then an editor's note.</summary>
    public static (Document Document, Analysis Analysis) Reprint(int n, DateTimeOffset at)
    {
        const string Article = "本报讯 昨日下午，东坡镇后山发生山体滑坡，两间民房被冲垮。记者在现场看到，救援人员正在清理塌方，附近十余户村民已经转移到镇中心小学。" +
            "村民说，山上的裂缝去年就有了，曾多次向镇里反映，一直没有人来看过。县里表示将组织专家排查隐患点，并对转移群众的生活作出安排。截至发稿时，救援仍在进行。";
        var text = (n % 4) switch { 0 => Article, 1 => $"（来源：示例网{n}）{Article}", 2 => $"{Article}（编辑：记者{n}）", _ => Article.Replace("昨日", "24日", StringComparison.Ordinal) };
        var document = new Document { Id = $"reprint-{n}", Url = $"http://site{n}.test/a", CanonicalUrl = $"http://site{n}.test/a", Site = $"reprinter-{n}", Title = $"东坡镇发生山体滑坡（{n}）", Text = text, PublishedAt = at, ContentHash = $"r{n % 4}-{n}" };
        return (document, Judged(document.Id, Level.General, "东坡镇", "滑坡", "地质灾害"));
    }

    private static Analysis Judged(string id, Level level, string place, string term, string topic) => new()
    {
        Id = id,
        Relevant = true,
        InArea = true,
        Level = level,
        Score = 60,
        Stance = Stance.Complaint,
        Topics = [topic],
        Regions = [place],
        Hits = [new Hit(term, "行为", 0, term.Length, term), new Hit(place, "地域", 0, place.Length, place)],
        Factors = [new Factor("行为", 20, $"“{term}”")],
        LexiconVersion = "test",
    };
}
