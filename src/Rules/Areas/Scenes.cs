using System.Buffers;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Areas;

/// <summary>Asks whether a text tells of another place: a name may be a scene, or only where someone comes from, works or compares with.</summary>
internal static class Scenes
{
    private const int Opening = 60;
    private const int LongestDateline = 12;
    private const int StrangerReach = 8;
    private const int HearsayReach = 6;

    private static readonly string[] NotScenes =
        ["人", "老板", "商人", "籍", "牌照", "打工", "上班", "工作", "务工", "读书", "上学", "路", "街", "大道", "大学", "银行", "公司", "高铁", "时间", "出差", "回来", "回家", "开往", "方向", "买", "做生意", "定居", "户口", "东路", "西路", "中路", "南路", "北路", "的大", "的房价", "一样", "等地", "等城市", "那样", "鸭", "菜", "话"];

    /// <summary>Strangers who come from there: 长沙的开发商, 浙江来的一个老板, 湖北的施工队.</summary>
    private static readonly SearchValues<string> Strangers = SearchValues.Create(
        ["来的", "过来", "老板", "开发商", "公司", "企业", "集团", "施工", "工程队", "拆迁队", "采砂船", "砂船", "挖机", "货车", "卡车", "牌", "商", "包工头", "亲戚", "朋友", "律师", "记者", "专家", "女婿", "媳妇", "队伍"], StringComparison.Ordinal);

    /// <summary>看到, 听到, 刷到 tell of a place, as 去到 does not.</summary>
    private static readonly SearchValues<char> Learning = SearchValues.Create("看听刷想说提聊搜报");

    /// <summary>What someone does there who is away from home: 在柬埔寨做工程.</summary>
    private static readonly SearchValues<char> Doings = SearchValues.Create("做打上读当搞跑开带陪住养干治学");
    private static readonly SearchValues<string> Places = SearchValues.Create(["省", "市", "县", "区", "镇", "乡", "村", "街道"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Homes = SearchValues.Create(["老家", "屋里", "娘家", "家里", "老屋", "祖屋", "父母", "爸妈", "我爸", "我妈", "爷爷", "奶奶", "爹妈", "乡下", "回来", "回家"], StringComparison.Ordinal);
    private static readonly SearchValues<string> OwnScenes = SearchValues.Create(["老家", "家在", "家住", "住在", "我们这", "我们那", "位于", "地处", "地点", "地址", "发生"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Hearsay = SearchValues.Create(["听说", "听讲", "人家", "别人", "比", "像", "不如"], StringComparison.Ordinal);
    private static readonly SearchValues<char> FirstOfNotScenes = Endings.FirstOf(NotScenes);

    /// <summary>Whether a match names another place as a scene: not a street, a workplace or a comparison.</summary>
    public static bool IsScene(Reading reading, Found one) =>
        one.Term.Role is TermRole.Elsewhere or TermRole.Abroad && !one.Inner && !Endings.Follow(reading, one, FirstOfNotScenes, NotScenes) && !ComparedWith(reading, one);

    /// <summary>Whether the text, in its title, its opening or beside a word of the field, names another scene.</summary>
    public static bool TellOfElsewhere(Reading reading)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!IsScene(reading, one))
            {
                continue;
            }

            var (start, end) = reading.Sentence(i);
            if (reading.InTitle(one) || one.Start < reading.Text.TitleLength + Opening || reading.Between(i, start, end).Any(static other => Vocabulary.IsAnchor(other.Term.Role)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether someone posts, or tells of himself, his own or his house: on a site of ours what names no place of ours means ours.</summary>
    public static bool AreOwn(Reading reading) =>
        reading.Document.Kind is DocumentKind.Thread or DocumentKind.Reply || reading.Has(TermRole.FirstPerson) || reading.Has(TermRole.Salutation) || reading.Has(TermRole.House);

    /// <summary>Whether such a post says that it happened elsewhere: in the clause of the matter, at the head of a sentence, or as the speaker's home.</summary>
    public static bool LieElsewhere(Reading reading)
    {
        var home = reading.Text.Span.ContainsAny(Homes);
        for (var i = 0; i < reading.Found.Length; i++)
        {
            if (IsScene(reading, reading.Found[i]) && !IsStranger(reading, i) && HappensThere(reading, i, home))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HappensThere(Reading reading, int index, bool home)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        var clause = reading.Text.Span[start..end];
        if (clause.ContainsAny(OwnScenes))
        {
            return true;
        }

        var before = reading.Text.Span[start..one.Start];
        if (before.EndsWith("在") && (home || before.EndsWith("人在") || (one.End < end && Doings.Contains(reading.Text.Span[one.End]))))
        {
            return reading.Between(index, one.End, end).Any(static other => Vocabulary.IsAnchor(other.Term.Role) && other.Term.Role != TermRole.Agency && !other.Inner);
        }

        return before.EndsWith("在") || reading.InTitle(one) || (before.IsEmpty && end - one.End <= LongestDateline)
            || reading.Between(index, start, end).Any(static other => Vocabulary.IsAnchor(other.Term.Role));
    }

    /// <summary>Whether who comes from there is meant, or what is done there is only a measure for here.</summary>
    private static bool IsStranger(Reading reading, int index)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        var after = reading.Text.Span[one.End..Math.Min(end, one.End + StrangerReach)];
        var stranger = after.IndexOfAny(Strangers);
        if (stranger >= 0 && !after[..stranger].ContainsAny(Places))
        {
            return true;
        }

        var before = reading.Text.Span[Math.Max(start, one.Start - HearsayReach)..one.Start];
        return (before.ContainsAny(Hearsay) && reading.Has(TermRole.FirstPerson)) || (before.EndsWith("是") && after.StartsWith("的") && !before.Contains('我'));
    }

    private static bool ComparedWith(Reading reading, Found one)
    {
        var before = one.Start > 0 ? reading.Text.Span[one.Start - 1] : '\n';
        var learnt = before == '到' && one.Start > 1 && Learning.Contains(reading.Text.Span[one.Start - 2]);
        return !learnt && (before is '比' or '像' or '去' or '到' or '回' or '从' or '往' or '和' or '跟' or '如');
    }
}
