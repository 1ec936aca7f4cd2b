using System.Buffers;

namespace OpinionWatch.Rules.Meaning;

/// <summary>How an article of the media is told: turns that say what should not be, answers that dodge, a court that has judged, a question left open.</summary>
/// <remarks>Words of grammar and of the trade, not of the field; read only in articles that are the bureau's.</remarks>
internal sealed record Report
{
    private const int Ending = 120;
    private const int Enough = 8;
    private const string Reporter = "记者";

    private static readonly SearchValues<string> TurningWords = SearchValues.Create(
        ["然而", "依旧", "依然", "仍在", "仍有", "仍未", "仍然", "仍没", "至今", "照样", "照旧", "照转", "照开", "照建", "照挖", "照采", "屡禁", "禁而不", "迟迟", "反而", "不料", "谁知", "殊不知", "却", "竟", "本该", "本应", "明明", "说好的", "名为", "一纸空文", "不了了之", "并不乐观", "有名无实", "换汤不换药", "越拆越", "越禁越", "拆了又建", "关了又开", "前脚", "变成了", "成了", "竟然", "居然"], StringComparison.Ordinal);

    private static readonly SearchValues<string> DodgingWords = SearchValues.Create(
        ["不知情", "不清楚", "不了解", "正在了解", "正在核实", "正在协调", "正在研究", "还在走程序", "无人接听", "没有接听", "未接听", "没人接", "不便", "拒绝接受采访", "拒绝采访", "婉拒", "推说", "没有强制权", "不归我们", "不归他们", "不属于我们", "电话中说", "一问三不知", "说不上来", "打不通", "避而不", "截至发稿", "截至记者发稿", "发稿时", "未获回复", "未作回应", "没有回应", "没有正面", "未正面", "互相推", "各执一词", "挂断", "含糊", "个案", "会转办", "避谈", "关机", "停机", "大门紧锁", "没有人值班", "不好讲", "不好说", "手续在办", "正在办理", "走程序", "等通知", "等待统一", "统一处置", "改口", "三缄其口", "不置可否", "不愿透露", "不愿多说", "查无"], StringComparison.Ordinal);

    private static readonly SearchValues<string> JudgingWords = SearchValues.Create(
        ["法院", "判决", "宣判", "审理", "被告", "原告", "检察院", "检察机关", "检察官", "提起公诉", "公诉机关", "起诉", "庭审", "听证会", "立案侦查", "刑事拘留", "刑拘", "抓获", "逮捕", "被查", "双开", "开除党籍", "获刑", "有期徒刑", "警情通报", "情况通报", "新闻发布会", "通报称", "应急管理厅", "成立调查组", "事故调查组", "法官", "调解", "二审", "一审", "纪委监委", "监察调查", "接受审查", "任免", "典型案例"], StringComparison.Ordinal);

    private static readonly SearchValues<string> AskingWords = SearchValues.Create(
        ["谁来", "谁在", "谁该", "谁批", "谁给", "谁撑", "谁把", "谁动", "究竟", "难道", "凭什么", "为何", "为什么", "缘何", "何以", "何时", "到底", "去哪", "哪去", "怎么成了", "怎么变", "怎么就", "怎能", "岂能", "岂容", "何在", "呢?", "能否", "由谁", "谁的口袋", "该查查", "服众", "挡箭牌", "遮羞布", "何时才能", "如何安放", "怎么办", "还要等", "要等到"], StringComparison.Ordinal);

    /// <summary>What a reporter does who asks: 记者走访, 记者拨打; not 记者获悉, nor the name in a byline.</summary>
    private static readonly SearchValues<char> Probing = SearchValues.Create("来走看在沿随跟拨致联查翻拿调以找发注意问追多连蹲暗探实现目数驱赶登向电陪乘循顺根对将就提试采核回求再随辗进尝面手拍蹲到");

    /// <summary>What a citizen says who does not only ask: something is other than it should be.</summary>
    private static readonly SearchValues<string> ComplainingTurns = SearchValues.Create(
        ["然而", "依旧", "依然", "仍在", "仍有", "仍未", "仍然", "仍没", "至今", "照样", "迟迟", "反而", "不料", "谁知", "却", "本该", "本应", "明明", "说好的", "居然", "竟然", "变成了", "凭什么", "难道", "还是没", "一直没", "就是不", "冇得", "白跑", "没人管", "没人理", "哪个管", "讲理", "不能让老百姓"], StringComparison.Ordinal);

    /// <summary>Places where a reporter asks or looks.</summary>
    public int Probes { get; private init; }

    /// <summary>Turns: 却, 仍在, 照样.</summary>
    public int Turns { get; private init; }

    /// <summary>Answers that dodge: 不知情, 正在核实, 无人接听.</summary>
    public int Dodges { get; private init; }

    /// <summary>Words of courts, prosecutors, police and official briefings.</summary>
    public int Judgements { get; private init; }

    /// <summary>The title asks.</summary>
    public bool TitleAsks { get; private init; }

    /// <summary>The end asks who or why.</summary>
    public bool EndAsks { get; private init; }

    /// <summary>The title is of courts, police or briefings.</summary>
    public bool TitleJudges { get; private init; }

    /// <summary>Whether a citizen's text turns so: who only asks never writes 却, 至今, 明明.</summary>
    public static bool Turn(ReadOnlySpan<char> text) => text.ContainsAny(ComplainingTurns);

    /// <summary>Reads it out of the text.</summary>
    public static Report Of(Reading reading)
    {
        var text = reading.Text.Span;
        var title = text[..reading.Text.TitleLength];
        var end = text[Math.Max(reading.Text.TitleLength, text.Length - Ending)..];
        return new Report
        {
            Probes = CountProbes(text),
            Turns = Count(text, TurningWords),
            Dodges = Count(text, DodgingWords),
            Judgements = Count(text, JudgingWords),
            TitleAsks = title.Contains('?') || title.ContainsAny(AskingWords),
            EndAsks = end.Contains('?') && end.ContainsAny(AskingWords),
            TitleJudges = title.ContainsAny(JudgingWords),
        };
    }

    private static int CountProbes(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOf(Reporter); at >= 0 && count < Enough; at = text.IndexOf(Reporter))
        {
            text = text[(at + Reporter.Length)..];
            count += !text.IsEmpty && Probing.Contains(text[0]) ? 1 : 0;
        }

        return count;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> words)
    {
        var count = 0;
        for (var at = text.IndexOfAny(words); at >= 0 && count < Enough; at = text.IndexOfAny(words))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
