using System.Buffers;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Asks of a word of death or harm whether people were hurt at all: not fish or crops, and not denied a few neutral words before.</summary>
internal static class Victims
{
    private const int After = 8;
    private const int Reach = 16;
    private const string Blows = "压砸打炸淹埋";
    private const string Manners = "堵气急累卡烦热吵干枯旱渴困闷愁冷笑难封锁焊吓忙臭丑";
    private static readonly SearchValues<char> People = SearchValues.Create("人名员工民汉伢爷奶爸妈父母儿女孩娃夫妻婆公叔伯哥弟姐妹嫂者户我他她");
    private static readonly SearchValues<char> Living = SearchValues.Create("鱼虾蟹鳝猪牛羊鸡鸭鹅狗猫蜂鸟苗禾稻秧菜");
    private static readonly SearchValues<char> Standing = SearchValues.Create("树竹草");
    private static readonly string[] Things = ["庄稼", "作物", "牲畜", "牲口", "家禽", "橘子", "柑橘", "果树", "油菜", "房价", "股价", "楼市"];
    private static readonly string[] Negations = ["没有", "没", "无", "未", "零", "暂未", "尚未"];
    private static readonly string[] Neutral =
        ["人员", "被困", "被埋", "伤亡", "失踪", "失联", "死亡", "遇难", "受伤", "任何", "一例", "现象", "情况", "造成", "导致", "出现", "发生", "接到", "报告", "发现", "人", "及", "和", "与", "或", "、", "的", "有"];

    /// <summary>Whether those who died are people, as far as the clause tells.</summary>
    public static bool ArePeople(Reading reading, int index)
    {
        var one = reading.Found[index];
        var text = reading.Text.Span;
        var at = text[one.Start..one.End].IndexOf('死');
        if (at < 0)
        {
            return true;
        }

        var (start, end) = reading.Clause(index);
        var manner = one.Start + at > start ? text[one.Start + at - 1] : ' ';
        if (Manners.Contains(manner) && at == 0)
        {
            return false;
        }

        var before = text[start..(one.Start + at)];
        var person = before.LastIndexOfAny(People);
        var beast = Math.Max(before.LastIndexOfAny(Living), Blows.Contains(manner) ? -1 : before.LastIndexOfAny(Standing));
        foreach (var thing in Things)
        {
            beast = Math.Max(beast, before.LastIndexOf(thing));
        }

        var after = text[one.End..Math.Min(end, one.End + After)];
        var (named, animal) = (after.LastIndexOfAny(People), after.LastIndexOfAny(Living));
        return animal <= named && (named >= 0 || beast <= person);
    }

    /// <summary>Whether it is denied through neutral words: 没有人员失踪, 无伤亡和失联.</summary>
    public static bool AreDenied(Reading reading, Found one)
    {
        var before = reading.Text.Span[Math.Max(0, one.Start - Reach)..one.Start];
        while (before.Length > 0)
        {
            foreach (var negation in Negations)
            {
                if (before.EndsWith(negation))
                {
                    return true;
                }
            }

            var shorter = before;
            foreach (var word in Neutral)
            {
                if (before.EndsWith(word))
                {
                    shorter = before[..^word.Length];
                    break;
                }
            }

            if (shorter.Length == before.Length)
            {
                return false;
            }

            before = shorter;
        }

        return false;
    }
}
